namespace RelateBot.Domain.Pairing.Matching;

/// <summary>How well any two candidates fit, by index. Almost everyone fits almost everyone, so only the exceptions are stored.</summary>
internal sealed class PairGraph
{
    private readonly IReadOnlyList<PairingCandidate> candidates;
    private readonly int[] departments;
    private readonly int[] sizes;
    private readonly int[][] recent;
    private readonly int[][] avoided;

    public PairGraph(IReadOnlyList<PairingCandidate> candidates, IEnumerable<(Guid, Guid)> recent, IEnumerable<(Guid, Guid)> avoided)
    {
        this.candidates = candidates;
        var numbers = candidates
            .Select((candidate, number) => (candidate.PersonId, number))
            .ToDictionary(candidate => candidate.PersonId, candidate => candidate.number);
        var departmentNumbers = candidates
            .Select(candidate => candidate.DepartmentId ?? Guid.Empty)
            .Distinct()
            .Select((id, number) => (id, number))
            .ToDictionary(department => department.id, department => department.number);
        departments = [.. candidates.Select(candidate => departmentNumbers[candidate.DepartmentId ?? Guid.Empty])];
        sizes = [.. departments
            .GroupBy(department => department)
            .OrderBy(department => department.Key)
            .Select(department => department.Count())];
        this.recent = Neighbours(recent, numbers);
        this.avoided = Neighbours(avoided, numbers);
    }

    public int Count => candidates.Count;

    /// <summary>How many candidates are in the same department.</summary>
    public int ColleaguesOf(int one) => sizes[departments[one]];

    public PairFit Fit(int one, int other)
    {
        if (avoided[one].AsSpan().Contains(other))
        {
            return PairFit.Excluded;
        }

        var meet = (candidates[one].Hours.Halves & candidates[other].Hours.Halves) != 0;
        if (recent[one].AsSpan().Contains(other))
        {
            return meet ? PairFit.Repeat : PairFit.RepeatNoOverlap;
        }

        return departments[one] == departments[other]
            ? meet ? PairFit.SameDepartment : PairFit.SameDepartmentNoOverlap
            : meet ? PairFit.CrossDepartment : PairFit.CrossDepartmentNoOverlap;
    }

    /// <summary>Stores each pair in both directions: avoid-lists work both ways.</summary>
    private static int[][] Neighbours(IEnumerable<(Guid One, Guid Other)> pairs, Dictionary<Guid, int> numbers)
    {
        var neighbours = new HashSet<int>?[numbers.Count];
        foreach (var (one, other) in pairs)
        {
            if (one != other && numbers.TryGetValue(one, out var first) && numbers.TryGetValue(other, out var second))
            {
                (neighbours[first] ??= []).Add(second);
                (neighbours[second] ??= []).Add(first);
            }
        }

        return [.. neighbours.Select(set => set?.ToArray() ?? [])];
    }
}
