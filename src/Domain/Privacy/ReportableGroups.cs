using System.Collections.Frozen;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Privacy;

/// <summary>
/// Which departments are large enough to be shown on their own. At least two smaller ones are combined when together they are large enough;
/// otherwise they are left out of every figure, including totals. Everything shown is built from the result of <see cref="Apply"/>, so a
/// hidden figure can't be computed from those shown. Only department sizes decide, never the figures.
/// </summary>
public sealed class ReportableGroups
{
    /// <summary>The id of the combined small departments.</summary>
    public static readonly Guid Others = Guid.Empty;

    private readonly FrozenSet<Guid> own;
    private readonly bool othersAreShown;

    private ReportableGroups(FrozenSet<Guid> own, FrozenSet<Guid> small, bool othersAreShown)
    {
        this.own = own;
        Small = small;
        this.othersAreShown = othersAreShown;
    }

    /// <summary>The departments that are too small to be shown on their own.</summary>
    public IReadOnlySet<Guid> Small { get; }

    /// <summary>How many departments are left out of every figure.</summary>
    public int LeftOut => othersAreShown ? 0 : Small.Count;

    /// <summary>A key that is equal only for the same grouping of departments.</summary>
    public string Fingerprint => string.Join(',', Small.Order()) + (othersAreShown ? "+" : "-") + own.Count;

    /// <summary>Groups departments by size.</summary>
    /// <param name="sizes">The number of active people in each department.</param>
    /// <param name="minimum">The smallest group that is shown, in people.</param>
    public static ReportableGroups Create(IReadOnlyDictionary<Guid, int> sizes, int minimum)
    {
        var small = sizes.Where(size => size.Value < minimum).ToList();
        return new ReportableGroups(
            sizes.Keys.Except(small.Select(size => size.Key)).ToFrozenSet(),
            small.Select(size => size.Key).ToFrozenSet(),
            othersAreShown: small.Count > 1 && small.Sum(size => size.Value) >= minimum);
    }

    /// <summary>True for a department that is shown on its own.</summary>
    public bool IsReportable(Guid departmentId) => own.Contains(departmentId);

    /// <summary>The group that a department is shown in: its own, <see cref="Others"/>, or null for none.</summary>
    public Guid? GroupOf(Guid departmentId) =>
        IsReportable(departmentId) ? departmentId : othersAreShown && Small.Contains(departmentId) ? Others : null;

    /// <summary>Converts flows between departments to flows between groups. Flows of departments that are left out are dropped.</summary>
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
