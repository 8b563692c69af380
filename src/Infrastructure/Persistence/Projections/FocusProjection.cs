using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Persistence.Focus;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>
/// Projects the last exchange with each person on a focus list. It is read again from the ledger for each pair concerned, so the order of
/// entries doesn't matter.
/// </summary>
internal static class FocusProjection
{
    /// <summary>Updates the focus lists. The changes are saved on commit.</summary>
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
