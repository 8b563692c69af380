using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Dashboard;

/// <summary>The choices of a page, which its address contains in readable form.</summary>
/// <param name="Period">The days.</param>
/// <param name="Department">The department; null for the whole organisation.</param>
/// <param name="IsChord">True for a chord diagram of the flows, false for a heat map.</param>
public sealed record DashboardView(Period Period, Department? Department, bool IsChord)
{
    public const string Chord = "chord";

    public string Address => $"/dashboard{Query(Period, Department, IsChord)}";

    /// <summary>The address of a table's CSV file.</summary>
    public string Csv(string table) => $"/dashboard/{table}.csv{Query(Period, Department)}";

    /// <summary>The query of a view. Empty for the default view: the latest month and all that the reader may see.</summary>
    public static string Query(Period? period, Department? department, bool isChord = false) => QueryString.Create(
        new KeyValuePair<string, string?>?[]
        {
            period is null ? null : new("period", DashboardPeriods.Name(period)),
            department is null ? null : new("department", department.Name),
            isChord ? new("chart", Chord) : null,
        }.OfType<KeyValuePair<string, string?>>()).ToString();
}
