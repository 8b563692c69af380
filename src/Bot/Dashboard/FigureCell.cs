using System.Globalization;

namespace RelateBot.Bot.Dashboard;

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
