using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.Digests;

namespace RelateBot.Bot.Dashboard;

/// <summary>A table of the page. Its chart and its file are made from the same table, so all three always match.</summary>
public sealed record FigureTable
{
    /// <summary>The table's name in the address of its file.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>How to read the table. Empty when the title is enough.</summary>
    public string Note { get; init; } = "";

    /// <summary>The kind of chart. Empty for a table without one.</summary>
    public string Chart { get; init; } = "";

    public required ImmutableArray<string> Columns { get; init; }

    public required ImmutableArray<ImmutableArray<FigureCell>> Rows { get; init; }

    /// <summary>The label of the department whose partners are the rows, in a chord diagram.</summary>
    public string Own { get; init; } = "";
}

/// <summary>A value in a table: a number or text.</summary>
public readonly record struct FigureCell(int? Number, string Words)
{
    /// <summary>The value as people read it.</summary>
    public string Text => Number?.ToString("N0", CultureInfo.InvariantCulture) ?? Words;

    /// <summary>The value for a spreadsheet.</summary>
    public string Plain => Number?.ToString(CultureInfo.InvariantCulture) ?? Words;

    public static implicit operator FigureCell(int number) => new(number, "");

    public static implicit operator FigureCell(string words) => new(null, words);
}

/// <summary>A key figure and its previous value.</summary>
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
