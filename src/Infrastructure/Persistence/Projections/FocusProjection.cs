using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Persistence.Focus;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>
/// When people last had to do with those of their five: asked of the ledger anew for each pair that the entries concern, so their order
/// does not matter.
/// </summary>
internal static class FocusProjection
{
    /// <summary>Adds what changes to what will be committed.</summary>
    public static async Task ApplyAsync(RelateDbContext context, IEnumerable<Exchange> entries, CancellationToken cancellationToken)
    {
        var pairs = entries.Where(entry => entry.ToPersonId is not null)
            .SelectMany(entry => new[] { (entry.FromPersonId, entry.ToPersonId!.Value), (entry.ToPersonId.Value, entry.FromPersonId) })
            .ToHashSet();
        var people = pairs.Select(pair => pair.Item1).ToHashSet();
        foreach (var focus in (await context.FocusPeople.Where(focus => people.Contains(focus.OwnerId)).ToListAsync(cancellationToken))
            .Where(focus => pairs.Contains((focus.OwnerId, focus.PersonId))))
        {
            focus.SetLastExchange(
                (await FocusStore.LastExchangeAsync(context, focus.OwnerId, focus.PersonId, cancellationToken))?.OccurredAt);
        }
    }
}
