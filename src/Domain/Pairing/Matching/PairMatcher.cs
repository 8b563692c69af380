namespace RelateBot.Domain.Pairing.Matching;

/// <summary>
/// Matches people in pairs, with one group of three when the number is odd. The order of preference is: new pairs across departments,
/// working hours in common, new pairs within a department, repeated pairs. People who avoid each other are never matched. The same people
/// and seed give the same groups, whatever their order.
/// </summary>
public static class PairMatcher
{
    /// <summary>Builds the groups.</summary>
    /// <param name="people">The people to match.</param>
    /// <param name="recent">Pairs that were matched recently.</param>
    /// <param name="avoided">Pairs where one avoids the other.</param>
    /// <param name="seed">The seed of the random order.</param>
    /// <returns>One group for each match; people who can't be matched are in a group alone.</returns>
    public static IReadOnlyList<PairingMatch> Match(
        IEnumerable<PairingCandidate> people, IEnumerable<(Guid, Guid)> recent, IEnumerable<(Guid, Guid)> avoided, int seed)
    {
        List<PairingCandidate> candidates = [.. people.OrderBy(candidate => candidate.PersonId)];
        var graph = new PairGraph(candidates, recent, avoided);
        var order = Enumerable.Range(0, candidates.Count).ToArray();
#pragma warning disable CA5394 // Shuffling needs no cryptographic randomness.
        new Random(seed).Shuffle(order);
#pragma warning restore CA5394
        return [.. Grouping(graph, order).Select(group =>
            new PairingMatch([.. group.Select(number => candidates[number].PersonId)], IsRepeat(graph, group)))];
    }

    private static List<int[]> Grouping(PairGraph graph, int[] order)
    {
        var partners = Pair(graph, order);
        var pairs = order.Where(person => person < partners[person]).Select(person => new[] { person, partners[person] }).ToList();

        // Unmatched people form placeholder pairs, in case swapping partners makes them valid.
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
    /// Matches the best fits first. New pairs across departments may change partners if their number doesn't fall. After that only
    /// unmatched people are paired.
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
    /// People of large departments choose first because they have the fewest options. Each takes the first person in the shuffled order who
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

    /// <summary>Adds an unmatched person to the pair they fit best, or leaves them alone.</summary>
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
