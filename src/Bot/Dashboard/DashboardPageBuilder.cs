using RelateBot.Domain.Digests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Dashboard;

/// <summary>Builds the page of an address, if the reader may see it.</summary>
internal sealed class DashboardPageBuilder(
    DigestReader digests,
    TrendReader trends,
    DigestRules rules,
    IDigestSource source,
    IPeopleDirectory directory,
    TimeProvider clock)
{
    /// <summary>Returns the page, or a notice with its HTTP status. <paramref name="withTrend"/>: whether to compute the trend.</summary>
    public async Task<(DashboardPage? Page, DashboardNotice? Refusal)> OfAsync(
        DashboardUser reader,
        IQueryCollection query,
        bool withTrend,
        CancellationToken cancellationToken)
    {
        if (reader.Access.IsNone)
        {
            return (null, DashboardNotice.NotForYou);
        }

        if (reader.Access.IsUnsure)
        {
            return (null, DashboardNotice.Unsure);
        }

        var today = LocalDay.Of(clock.GetUtcNow(), (await source.OrganisationAsync(cancellationToken)).Zone());
        var all = await directory.AllDepartmentsAsync(cancellationToken);
        if (DashboardPeriods.Find(query["period"], today) is not { } period || Named(all, query["department"]) is not { } named)
        {
            return (null, DashboardNotice.NoSuchView);
        }

        var department = named.Department ?? reader.Access.Widest;
        if (department is not null && !reader.Access.Allows(department))
        {
            return (null, DashboardNotice.NotYourDepartment);
        }

        var view = new DashboardView(period, department, query["chart"] == DashboardView.Chord);
        var digest = await digests.ReadAsync(period, department, rules, cancellationToken);
        var trend = withTrend ? await trends.ReadAsync(digest, DashboardPeriods.Trend(period), rules, cancellationToken) : [];
        return (new DashboardPage
        {
            Reader = reader,
            View = view,
            Digest = digest,
            Tables = PageTables.Of(digest, trend, view.IsChord),
            Months = DashboardPeriods.Months(today),
            Weeks = DashboardPeriods.Weeks(today),
            Departments = reader.Access.IsAdministrator is true ? all : reader.Access.Departments,
        }, null);
    }

    /// <summary>Finds a department by name. Without a name the result has no department. Null when the name is unknown.</summary>
    private static (Department? Department, bool IsFound)? Named(IReadOnlyList<Department> all, string? name) =>
        string.IsNullOrWhiteSpace(name)
        ? (null, true)
        : all.FirstOrDefault(department => department.NameKey == SearchKey.Of(name)) is { } named ? (named, true) : null;
}
