using System.Collections.Immutable;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Introductions;

/// <summary>Finds who could bring two people together, as things are this week.</summary>
public sealed class WarmPaths(ITieReader ties, TimeProvider clock)
{
    /// <summary>Of how many people, the closest ones on either side, a path is looked for.</summary>
    public const int Closest = 50;

    /// <summary>
    /// Those in between on the strongest path, from the asker's side on; nobody when the two know each other, null when there is no path.
    /// <paramref name="without"/>: it shall not lead through this person.
    /// </summary>
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
