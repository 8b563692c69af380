using System.Collections.Immutable;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Introductions;

/// <summary>Finds people who can introduce two people to each other, based on this week's ties.</summary>
public sealed class WarmPaths(ITieReader ties, TimeProvider clock)
{
    /// <summary>How many of each person's closest contacts are searched.</summary>
    public const int Closest = 50;

    /// <summary>Finds the people in between on the strongest path.</summary>
    /// <param name="askerId">The person who asks.</param>
    /// <param name="targetId">The person they want to meet.</param>
    /// <param name="without">A person whom the path must avoid; null for none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Connectors, starting next to the asker; empty when the two already know each other; null when there is no path.</returns>
    public async Task<ImmutableArray<Guid>?> FindAsync(Guid askerId, Guid targetId, Guid? without, CancellationToken cancellationToken)
    {
        var week = Week.MondayOf(clock.GetUtcNow());
        var around = await ties.BetweenAsync(askerId, targetId, WarmPath.WeakestLevel(week), Closest, cancellationToken);
        return WarmPath.Strongest(
            askerId,
            targetId,
            around.Where(tie => tie.FirstPersonId != without && tie.SecondPersonId != without),
            week)?.People[1..^1];
    }
}
