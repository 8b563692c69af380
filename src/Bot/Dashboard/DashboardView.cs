using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Dashboard;

/// <summary>What somebody looks at. Its address says so in words that can be read and kept.</summary>
/// <param name="Period">Which days.</param>
/// <param name="Department">Whose; null for the whole organisation.</param>
/// <param name="IsChord">Whether flows are drawn as a chord diagram, rather than as a heat map.</param>
public sealed record DashboardView(Period Period, Department? Department, bool IsChord)
{
    public const string Chord = "chord";

    public string Address => $"/dashboard{Query(Period, Department, IsChord)}";

    /// <summary>The address of a table as a file.</summary>
    public string Csv(string table) => $"/dashboard/{table}.csv{Query(Period, Department)}";

    /// <summary>The query of a view; empty for the latest month of the widest that somebody may read.</summary>
    public static string Query(Period? period, Department? department, bool isChord = false) => QueryString.Create(
        new KeyValuePair<string, string?>?[]
        {
            period is null ? null : new("period", DashboardPeriods.Name(period)),
            department is null ? null : new("department", department.Name),
            isChord ? new("chart", Chord) : null,
        }.OfType<KeyValuePair<string, string?>>()).ToString();
}
