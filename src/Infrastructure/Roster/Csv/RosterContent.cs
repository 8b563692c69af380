using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>All rows of a roster, and facts about the file as a whole.</summary>
internal sealed class RosterContent
{
    private readonly HashSet<string> emails;

    public RosterContent(IReadOnlyList<RosterRow> rows, RosterOptions options)
    {
        Options = options;
        emails = rows.Select(row => row.Email).ToHashSet(StringComparer.Ordinal);

        // Rows with the same department id get one name. Otherwise each row would rename the department again.
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

    /// <summary>The search keys of the departments' names.</summary>
    public IReadOnlySet<string> DepartmentKeys { get; }

    public IReadOnlySet<string> DepartmentIds { get; }

    /// <summary>True when a row has this stored address, also when its domain was renamed since.</summary>
    public bool Has(string storedEmail) => emails.Contains(Options.Today(storedEmail));
}
