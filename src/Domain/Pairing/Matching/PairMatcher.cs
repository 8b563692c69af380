namespace RelateBot.Domain.Pairing.Matching;

/// <summary>
/// Puts people together in twos, and the odd one to two others. As many pairs as at all possible are fresh and of two departments;
/// then come working hours in common, then fresh pairs of one department, then people who met before. Nobody meets whom they, or who
/// them, would rather not meet. The same people and the same seed give the same groups, in whatever order they come.
/// </summary>
public static class PairMatcher
{
    /// <summary>
    /// The groups. <paramref name="recent"/>: pairs that were put together lately; <paramref name="avoided"/>: pairs of which either avoids
    /// the other.
    /// </summary>
    public static IReadOnlyList<PairingMatch> Match(
        IEnumerable<PairingCandidate> people, IEnumerable<(Guid, Guid)> recent, IEnumerable<(Guid, Guid)> avoided, int seed)
    {
        List<PairingCandidate> candidates = [.. people.OrderBy(candidate => candidate.PersonId)];
        var graph = new PairGraph(candidates, recent, avoided);
        var order = Enumerable.Range(0, candidates.Count).ToArray();
#pragma warning disable CA5394 // Who meets whom shall be mixed, not secret.
        new Random(seed).Shuffle(order);
#pragma warning restore CA5394
        return [.. Grouping(graph, order).Select(group =>
            new PairingMatch([.. group.Select(number => candidates[number].PersonId)], IsRepeat(graph, group)))];
    }

    private static List<int[]> Grouping(PairGraph graph, int[] order)
    {
        var partners = Pair(graph, order);
        var pairs = order.Where(person => person < partners[person]).Select(person => new[] { person, partners[person] }).ToList();

        // Those left over are taken as pairs that must not be, in case others can exchange partners with them.
        pairs.AddRange(order.Where(person => partners[person] == MaximumMatching.Nobody).Chunk(2));
        PairSwapper.Improve(graph, pairs.FindAll(pair => pair.Length == 2));
        var groups = pairs.FindAll(pair => pair.Length == 2 && graph.Fit(pair[0], pair[1]) != PairFit.Excluded);
        foreach (var left in pairs.Except(groups).SelectMany(pair => pair).ToList())
        {
            Seat(graph, groups, left);
        }

        return groups;
    }

    /// <summary>
    /// Best fits first. Fresh pairs across departments may change partners as long as there are no fewer of them; after that only those
    /// left over are paired.
    /// </summary>
    private static int[] Pair(PairGraph graph, int[] order)
    {
        var partners = new int[graph.Count];
        Array.Fill(partners, MaximumMatching.Nobody);
        var people = order;
        foreach (var least in Enum.GetValues<PairFit>().OrderDescending().TakeWhile(fit => fit != PairFit.Excluded))
        {
            PairFirstComers(graph, people, partners, least);
            new MaximumMatching(partners, (one, other) => graph.Fit(one, other) >= least).Improve(people);
            people = least > PairFit.CrossDepartmentNoOverlap
                ? people
                : [.. people.Where(person => partners[person] == MaximumMatching.Nobody)];
        }

        return partners;
    }

    /// <summary>
    /// Those of large departments choose first, since they have the fewest to choose from; each takes the first in the mixed order who
    /// fits.
    /// </summary>
    private static void PairFirstComers(PairGraph graph, int[] people, int[] partners, PairFit least)
    {
        var free = new LinkedList<int>(people.Where(person => partners[person] == MaximumMatching.Nobody));
        foreach (var person in free.OrderByDescending(graph.ColleaguesOf).ToList())
        {
            var other = partners[person] == MaximumMatching.Nobody ? free.First : null;
            while (other is not null && (other.Value == person || graph.Fit(person, other.Value) < least))
            {
                other = other.Next;
            }

            if (other is not null)
            {
                (partners[person], partners[other.Value]) = (other.Value, person);
                free.Remove(other);
                free.Remove(person);
            }
        }
    }

    /// <summary>Somebody without a partner joins two others, whom they fit best; or stays alone.</summary>
    private static void Seat(PairGraph graph, List<int[]> groups, int left)
    {
        var best = groups.Where(group => group.Length == 2 && group.All(other => graph.Fit(left, other) != PairFit.Excluded))
            .MaxBy(group => group.Sum(other => (int)graph.Fit(left, other)));
        groups.Add(best is null ? [left] : [.. best, left]);
        if (best is not null)
        {
            groups.Remove(best);
        }
    }

    private static bool IsRepeat(PairGraph graph, int[] group) =>
        group
            .Where((one, index) => group.Skip(index + 1).Any(other => graph.Fit(one, other) is PairFit.Repeat or PairFit.RepeatNoOverlap))
            .Any();
}
