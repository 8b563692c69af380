using System.Collections.Immutable;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Dashboard;

/// <summary>A page with its figures and its choices.</summary>
public sealed record DashboardPage
{
    public required DashboardUser Reader { get; init; }

    public required DashboardView View { get; init; }

    public required Digest Digest { get; init; }

    public required ImmutableArray<FigureTable> Tables { get; init; }

    public required IReadOnlyList<Period> Months { get; init; }

    public required IReadOnlyList<Period> Weeks { get; init; }

    /// <summary>The departments that the reader may choose, without the whole organisation.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    public string Whose => Digest.Department?.Name ?? Digest.Organisation;

    private IReadOnlyList<Period> SameKind => View.Period.IsMonths ? Months : Weeks;

    /// <summary>The view of the previous period, if it can be chosen.</summary>
    public DashboardView? Earlier =>
        SameKind.FirstOrDefault(period => period.To == View.Period.From) is { } earlier ? View with { Period = earlier } : null;

    /// <summary>The view of the next period, if that has ended.</summary>
    public DashboardView? Later =>
        SameKind.FirstOrDefault(period => period.From == View.Period.To) is { } later ? View with { Period = later } : null;
}
