using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Persistence.Projections;

namespace RelateBot.Infrastructure.Persistence.Exchanges;

/// <summary>Stores the ledger in the database. Each new entry is also marked as not yet projected.</summary>
internal sealed class Ledger(RelateDbContext context, CompiledQueries queries) : ILedger
{
    public static void Record(Exchange exchange, RelateDbContext context)
    {
        context.Exchanges.Add(exchange);
        context.UnprojectedExchanges.Add(new UnprojectedExchange { OrganisationId = exchange.OrganisationId, ExchangeId = exchange.Id });
    }

    public void Record(Exchange exchange) => Record(exchange, context);

    public void Record(Seconding seconding) => context.Secondings.Add(seconding);

    public async Task<IReadOnlyList<Exchange>> GetActEntriesAsync(Guid actId, CancellationToken cancellationToken) =>
        await context.Exchanges
            .AsNoTracking()
            .Where(exchange => exchange.ActId == actId)
            .OrderBy(exchange => exchange.Id)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Exchange>> GetEntriesOfActsAsync(IReadOnlyCollection<Guid> actIds,
        CancellationToken cancellationToken) =>
        await context.Exchanges
            .AsNoTracking()
            .Where(exchange => actIds.Contains(exchange.ActId))
            .OrderBy(exchange => exchange.Id)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ActPosition>> LatestGivenAsync(
        Guid personId,
        ActPosition? before,
        int limit,
        CancellationToken cancellationToken) =>
        await Newest(context.Exchanges.Where(exchange => exchange.FromPersonId == personId), before, limit)
            .Select(place => new ActPosition(place.OccurredAt, place.ActId)).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ActPosition>> LatestReceivedAsync(
        Guid personId, Guid? departmentId, ActPosition? before, int limit, CancellationToken cancellationToken)
    {
        // Each part is limited to a page by its own index, so the cost doesn't grow with the history.
        var own = Newest(context.Exchanges.Where(exchange => exchange.ToPersonId == personId), before, limit);
        var asTeam = Newest(
            context.Exchanges.Where(exchange => exchange.ToPersonId == null && exchange.ToDepartmentId == departmentId
                && exchange.FromPersonId != personId && exchange.Visibility == Visibility.Public),
            before, limit);
        return await (departmentId is null
            ? own
            : own.Union(asTeam).OrderByDescending(place => place.OccurredAt).ThenByDescending(place => place.ActId).Take(limit))
            .Select(place => new ActPosition(place.OccurredAt, place.ActId)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Seconding>> SecondingsAsync(Guid actId, CancellationToken cancellationToken) =>
        await context.Secondings
            .AsNoTracking()
            .Where(seconding => seconding.ActId == actId)
            .OrderBy(seconding => seconding.At)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Guid>> ActsForDepartmentAsync(
        Guid departmentId,
        DateTimeOffset since,
        CancellationToken cancellationToken) =>
        await context.Exchanges
            .Where(exchange => exchange.ToDepartmentId == departmentId && exchange.ToPersonId == null && exchange.CorrectsId == null
                && exchange.RecordedAt > since && exchange.OccurredAt > since)
            .OrderBy(exchange => exchange.Id).Select(exchange => exchange.ActId).ToListAsync(cancellationToken);

    public Task<int> CountByAsync(Guid personId, DateTimeOffset since, CancellationToken cancellationToken) =>
        queries.CountBy(context, personId, since, cancellationToken);

    /// <summary>Sorts and continues pages in the database, because databases order ids differently.</summary>
    private IQueryable<Place> Newest(IQueryable<Exchange> entries, ActPosition? before, int limit)
    {
        var standing = entries.Where(exchange =>
            exchange.CorrectsId == null && !context.Exchanges.Any(correction => correction.CorrectsId == exchange.Id));
        if (before is not null)
        {
            var (occurredAt, actId) = before;
            standing = standing.Where(exchange =>
                exchange.OccurredAt <= occurredAt && (exchange.OccurredAt < occurredAt || exchange.ActId.CompareTo(actId) < 0));
        }

        return standing.Select(exchange => new Place { OccurredAt = exchange.OccurredAt, ActId = exchange.ActId }).Distinct()
            .OrderByDescending(place => place.OccurredAt).ThenByDescending(place => place.ActId).Take(limit);
    }

    /// <summary>An <see cref="ActPosition"/> that a query can sort.</summary>
    private sealed class Place
    {
        public DateTimeOffset OccurredAt { get; init; }

        public Guid ActId { get; init; }
    }
}
