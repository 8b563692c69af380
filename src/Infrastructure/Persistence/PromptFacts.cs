using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>What prompts are based on, read for many people at once.</summary>
public sealed class PromptFacts(RelateDbContext context)
{
    /// <summary>By person, what stands in the ledger between them and other people since then, newest first.</summary>
    public async Task<ILookup<Guid, Contact>> ContactsAsync(IReadOnlyCollection<Guid> personIds, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var received = await Standing().Where(exchange => exchange.ToPersonId != null && personIds.Contains(exchange.ToPersonId.Value) && exchange.OccurredAt >= since)
            .Select(exchange => new Contact(exchange.ToPersonId!.Value, exchange.FromPersonId, exchange.Kind, false, exchange.OccurredAt)).ToListAsync(cancellationToken);
        var given = await Standing().Where(exchange => exchange.ToPersonId != null && personIds.Contains(exchange.FromPersonId) && exchange.OccurredAt >= since)
            .Select(exchange => new Contact(exchange.FromPersonId, exchange.ToPersonId!.Value, exchange.Kind, true, exchange.OccurredAt)).ToListAsync(cancellationToken);
        return received.Concat(given).OrderByDescending(contact => contact.At).ToLookup(contact => contact.PersonId);
    }

    private IQueryable<Exchange> Standing() => context.Exchanges.AsNoTracking()
        .Where(exchange => exchange.CorrectsId == null && !context.Exchanges.Any(correction => correction.CorrectsId == exchange.Id));

    /// <summary>One act between somebody and another.</summary>
    /// <param name="PersonId">Whose view it is.</param>
    /// <param name="OtherId">The other one.</param>
    /// <param name="Kind">What happened.</param>
    /// <param name="IsMine">True when the person did it, false when the other one did.</param>
    /// <param name="At">When (UTC).</param>
    public sealed record Contact(Guid PersonId, Guid OtherId, ExchangeKind Kind, bool IsMine, DateTimeOffset At);
}
