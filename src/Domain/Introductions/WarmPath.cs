using System.Collections.Immutable;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Introductions;

/// <summary>
/// How one person can be introduced to another: a chain of people where each is tied to the next.
/// <para>A tie of strength T (<see cref="TieStrength"/>) carries trust <c>t = T / (1 + T)</c>, from 0 to 1; a path carries the product of
/// its ties' trust, <c>Π t_i</c>. So every further step lowers the trust, and a longer path wins only
/// over clearly weaker short ones. Ties below <see cref="WeakestTie"/> carry no trust.</para>
/// </summary>
/// <param name="People">The people on the path, from the asker to the target.</param>
/// <param name="Trust">The trust that the path carries, from 0 to 1.</param>
public sealed record WarmPath(ImmutableArray<Guid> People, double Trust)
{
    /// <summary>The most ties in a path: two people in between.</summary>
    public const int MaxTies = 3;

    /// <summary>The weakest tie that counts. Weaker ones are too old for an introduction.</summary>
    public const double WeakestTie = 0.25;

    /// <summary>The <see cref="TieStrength.Level"/> below which a tie is certainly too weak, so that it needn't be read.</summary>
    public static int WeakestLevel(DateOnly week) => TieStrength.Level((long)(WeakestTie * TieStrength.One), week) - 2;

    /// <summary>Finds the path with the most trust in a week. Of equal paths, the shorter wins, then the one with the lower ids.</summary>
    /// <returns>Null when there is no path.</returns>
    public static WarmPath? Strongest(Guid from, Guid to, IEnumerable<Tie> ties, DateOnly week)
    {
        var trust = new Dictionary<Guid, Dictionary<Guid, double>>();
        foreach (var (tie, strength) in ties.Select(tie => (tie, tie.StrengthIn(week))).Where(tie => tie.Item2 >= WeakestTie))
        {
            Of(tie.FirstPersonId)[tie.SecondPersonId] = Of(tie.SecondPersonId)[tie.FirstPersonId] = strength / (1 + strength);
        }

        WarmPath? best = null;
        var last = Of(to);
        foreach (var (first, toFirst) in Of(from))
        {
            if (first == to)
            {
                Consider([from, to], toFirst);
                continue;
            }

            foreach (var (second, toSecond) in Of(first).Where(next => next.Key != from))
            {
                if (second == to)
                {
                    Consider([from, first, to], toFirst * toSecond);
                }
                else if (last.TryGetValue(second, out var toLast))
                {
                    Consider([from, first, second, to], toFirst * toSecond * toLast);
                }
            }
        }

        return best;

        Dictionary<Guid, double> Of(Guid personId) => trust.TryGetValue(personId, out var known) ? known : trust[personId] = [];

        void Consider(ImmutableArray<Guid> people, double product)
        {
            var path = new WarmPath(people, product);
            best = best is null || path.IsBetterThan(best) ? path : best;
        }
    }

    private bool IsBetterThan(WarmPath other) => (Trust.CompareTo(other.Trust), other.People.Length.CompareTo(People.Length)) switch
    {
        (not 0 and var byTrust, _) => byTrust > 0,
        (_, not 0 and var byLength) => byLength > 0,
        _ => People.Zip(other.People, (own, others) => own.CompareTo(others)).FirstOrDefault(difference => difference != 0) < 0,
    };
}
