using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>The ledger in the database. Each entry is also marked as not yet projected.</summary>
internal sealed class Ledger(RelateDbContext context, CompiledQueries queries) : ILedger
{
    public static void Record(Exchange exchange, RelateDbContext context)
    {
        context.Exchanges.Add(exchange);
        context.UnprojectedExchanges.Add(new UnprojectedExchange { OrganisationId = exchange.OrganisationId, ExchangeId = exchange.Id });
    }

    public void Record(Exchange exchange) => Record(exchange, context);

    public void Record(Seconding seconding) => context.Secondings.Add(seconding);

    public async Task<IReadOnlyList<Exchange>> ActAsync(Guid actId, CancellationToken cancellationToken) =>
        await context.Exchanges.AsNoTracking().Where(exchange => exchange.ActId == actId).OrderBy(exchange => exchange.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Seconding>> SecondingsAsync(Guid actId, CancellationToken cancellationToken) =>
        await context.Secondings.AsNoTracking().Where(seconding => seconding.ActId == actId).OrderBy(seconding => seconding.At).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Guid>> ActsForDepartmentAsync(Guid departmentId, DateTimeOffset since, CancellationToken cancellationToken) =>
        await context.Exchanges
            .Where(exchange => exchange.ToDepartmentId == departmentId && exchange.ToPersonId == null && exchange.CorrectsId == null
                && exchange.RecordedAt > since && exchange.OccurredAt > since)
            .OrderBy(exchange => exchange.Id).Select(exchange => exchange.ActId).ToListAsync(cancellationToken);

    public Task<int> CountByAsync(Guid personId, DateTimeOffset since, CancellationToken cancellationToken) =>
        queries.CountBy(context, personId, since, cancellationToken);
}
