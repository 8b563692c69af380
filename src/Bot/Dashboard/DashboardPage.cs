using System.Collections.Immutable;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Dashboard;

/// <summary>A view with all that is in it and all that can be chosen.</summary>
public sealed record DashboardPage
{
    public required DashboardUser Reader { get; init; }

    public required DashboardView View { get; init; }

    public required Digest Digest { get; init; }

    public required ImmutableArray<FigureTable> Tables { get; init; }

    public required IReadOnlyList<Period> Months { get; init; }

    public required IReadOnlyList<Period> Weeks { get; init; }

    /// <summary>Those that the reader may choose, the whole organisation apart.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    public string Whose => Digest.Department?.Name ?? Digest.Organisation;

    private IReadOnlyList<Period> SameKind => View.Period.IsMonths ? Months : Weeks;

    /// <summary>The view of the period before, if it can be chosen.</summary>
    public DashboardView? Earlier =>
        SameKind.FirstOrDefault(period => period.To == View.Period.From) is { } earlier ? View with { Period = earlier } : null;

    /// <summary>The view of the period after, if it is over.</summary>
    public DashboardView? Later =>
        SameKind.FirstOrDefault(period => period.From == View.Period.To) is { } later ? View with { Period = later } : null;
}
