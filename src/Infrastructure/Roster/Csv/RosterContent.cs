using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>All rows of a roster, and what only the whole file can tell.</summary>
internal sealed class RosterContent
{
    private readonly HashSet<string> emails;

    public RosterContent(IReadOnlyList<RosterRow> rows, RosterOptions options)
    {
        Options = options;
        emails = rows.Select(row => row.Email).ToHashSet(StringComparer.Ordinal);

        // A department has one name, however some rows write it; otherwise each row would rename it again.
        var names = rows.Where(row => row.DepartmentId is not null && row.Department is not null)
            .GroupBy(row => row.DepartmentId!, StringComparer.Ordinal)
            .ToDictionary(
                ofDepartment => ofDepartment.Key,
                ofDepartment => ofDepartment.GroupBy(row => row.Department!, StringComparer.Ordinal)
                    .OrderByDescending(ofName => ofName.Count()).ThenBy(ofName => ofName.Key, StringComparer.Ordinal).First().Key,
                StringComparer.Ordinal);
        Rows = [.. rows.Select(row => row with { Department = names.GetValueOrDefault(row.DepartmentId ?? "", row.Department!) })];
        DepartmentKeys = Rows.Select(row => SearchKey.Of(row.Department ?? "")).ToHashSet(StringComparer.Ordinal);
        DepartmentIds = Rows.Select(row => row.DepartmentId).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    public RosterOptions Options { get; }

    public IReadOnlyList<RosterRow> Rows { get; }

    /// <summary>The departments' names as they are searched.</summary>
    public IReadOnlySet<string> DepartmentKeys { get; }

    public IReadOnlySet<string> DepartmentIds { get; }

    /// <summary>True when a row has this address, which may be stored under its domain's earlier name.</summary>
    public bool Has(string storedEmail) => emails.Contains(Options.Today(storedEmail));
}
