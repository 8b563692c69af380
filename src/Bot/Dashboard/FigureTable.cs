using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.Digests;

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

/// <summary>What stands in a table: a number, or words.</summary>
public readonly record struct FigureCell(int? Number, string Words)
{
    /// <summary>As it is read.</summary>
    public string Text => Number?.ToString("N0", CultureInfo.InvariantCulture) ?? Words;

    /// <summary>As a spreadsheet takes it.</summary>
    public string Plain => Number?.ToString(CultureInfo.InvariantCulture) ?? Words;

    public static implicit operator FigureCell(int number) => new(number, "");

    public static implicit operator FigureCell(string words) => new(null, words);
}

/// <summary>A number to see first, and what it was before.</summary>
internal sealed record KeyFigure(string Label, string Value, string Before)
{
    public static IEnumerable<KeyFigure> Of(Digest digest)
    {
        var (now, before) = (digest.Totals, digest.Before);
        IEnumerable<KeyFigure> counts = digest.Department is null
            ?
            [
                Count("Helps", now.Given.Helps, before.Given.Helps),
                Count("Thanks", now.Given.Thanks, before.Given.Thanks),
                Count("Kudos", now.Given.Kudos, before.Given.Kudos),
                Count("Asks", now.Given.Asks, before.Given.Asks),
            ]
            :
            [
                Count("Helps given", now.Given.Helps, before.Given.Helps),
                Count("Helps received", now.Received.Helps, before.Received.Helps),
                Count("Thanks received", now.Received.Thanks, before.Received.Thanks),
                Count("Asks received", now.Received.Asks, before.Received.Asks),
            ];
        return [
            .. counts,
            Share("Helps thanked for", now.ThankRate, before.ThankRate),
            Share("Reciprocity", digest.Reciprocity, before: null)
        ];
    }

    private static KeyFigure Count(string label, int now, int before) => new(label, $"{now:N0}", $"before: {before:N0}");

    private static KeyFigure Share(string label, double? now, double? before) =>
        new(
            label,
            now is { } share ? DigestMessages.Percent(share) : "–",
            before is { } earlier ? $"before: {DigestMessages.Percent(earlier)}" : "");
}
