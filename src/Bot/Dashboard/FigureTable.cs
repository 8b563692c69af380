using System.Collections.Immutable;

namespace RelateBot.Bot.Dashboard;

/// <summary>Something the page shows. The chart is drawn from the table, and the file is the table, so the three cannot disagree.</summary>
public sealed record FigureTable
{
    /// <summary>In the address of its file.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>How to read it; empty where the title says it.</summary>
    public string Note { get; init; } = "";

    /// <summary>How the script draws it; empty for a table alone.</summary>
    public string Chart { get; init; } = "";

    public required ImmutableArray<string> Columns { get; init; }

    public required ImmutableArray<ImmutableArray<FigureCell>> Rows { get; init; }

    /// <summary>What a chord diagram calls the department that the rows are the others of.</summary>
    public string Own { get; init; } = "";
}
