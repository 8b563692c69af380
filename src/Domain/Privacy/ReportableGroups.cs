using System.Collections.Frozen;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Privacy;

/// <summary>
/// Which departments have figures of their own. One with fewer people than the minimum has none: it stands together with the other small
/// ones if they are two at least and large enough as one group; else its figures are left out, of every sum too. Everything that is
/// shown is made of what <see cref="Apply"/> returns, so a figure that is not shown cannot be computed from those that are: it is
/// either in no sum at all, or only in sums with other such figures. Who is small depends on sizes alone, never on what is counted.
/// </summary>
public sealed class ReportableGroups
{
    /// <summary>The small departments as one.</summary>
    public static readonly Guid Others = Guid.Empty;

    private readonly FrozenSet<Guid> own;
    private readonly bool othersAreShown;

    private ReportableGroups(FrozenSet<Guid> own, FrozenSet<Guid> small, bool othersAreShown)
    {
        this.own = own;
        Small = small;
        this.othersAreShown = othersAreShown;
    }

    /// <summary>The departments without figures of their own.</summary>
    public IReadOnlySet<Guid> Small { get; }

    /// <summary>How many departments are in no figure at all.</summary>
    public int LeftOut => othersAreShown ? 0 : Small.Count;

    /// <summary>The same for the same grouping of departments, and for no other.</summary>
    public string Fingerprint => string.Join(',', Small.Order()) + (othersAreShown ? "+" : "-") + own.Count;

    /// <summary>By how many people belong to each department today.</summary>
    public static ReportableGroups Create(IReadOnlyDictionary<Guid, int> sizes, int minimum)
    {
        var small = sizes.Where(size => size.Value < minimum).ToList();
        return new ReportableGroups(
            sizes.Keys.Except(small.Select(size => size.Key)).ToFrozenSet(),
            small.Select(size => size.Key).ToFrozenSet(),
            othersAreShown: small.Count > 1 && small.Sum(size => size.Value) >= minimum);
    }

    /// <summary>True for a department with figures of its own.</summary>
    public bool IsReportable(Guid departmentId) => own.Contains(departmentId);

    /// <summary>The group whose figures a department is in: its own, <see cref="Others"/>, or none.</summary>
    public Guid? GroupOf(Guid departmentId) =>
        IsReportable(departmentId) ? departmentId : othersAreShown && Small.Contains(departmentId) ? Others : null;

    /// <summary>Flows between groups, in place of those between departments.</summary>
    public IReadOnlyList<FlowSum> Apply(IEnumerable<FlowSum> flows) => FlowSum.Merge(Grouped(flows));

    private IEnumerable<FlowSum> Grouped(IEnumerable<FlowSum> flows)
    {
        foreach (var flow in flows)
        {
            if (GroupOf(flow.FromId) is { } from && GroupOf(flow.ToId) is { } to)
            {
                yield return from == flow.FromId && to == flow.ToId ? flow : flow with { FromId = from, ToId = to };
            }
        }
    }
}
