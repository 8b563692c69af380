namespace RelateBot.Domain.Pairing.Matching;

/// <summary>Swaps partners between a badly fitting pair and another one when that improves their total fit.</summary>
internal static class PairSwapper
{
    public static void Improve(PairGraph graph, IReadOnlyList<int[]> pairs)
    {
        foreach (var pair in pairs.Where(pair =>
            Weight(graph, pair[0], pair[1]) is not ((int)PairFit.CrossDepartment or (int)PairFit.SameDepartment)))
        {
            foreach (var other in pairs)
            {
                if (other != pair && TryExchange(graph, pair, other))
                {
                    break;
                }
            }
        }
    }

    private static bool TryExchange(PairGraph graph, int[] pair, int[] other)
    {
        var now = Weight(graph, pair[0], pair[1]) + Weight(graph, other[0], other[1]);
        foreach (var (mine, theirs) in ((int, int)[])[(0, 1), (1, 0)])
        {
            if (Weight(graph, pair[0], other[mine]) + Weight(graph, pair[1], other[theirs]) > now)
            {
                (pair[1], other[0], other[1]) = (other[mine], pair[1], other[theirs]);
                return true;
            }
        }

        return false;
    }

    private static int Weight(PairGraph graph, int one, int other) => (int)graph.Fit(one, other);
}
