namespace RelateBot.Infrastructure.Imports;

/// <summary>A row of a CSV file, by column.</summary>
/// <param name="Line">The line on which it starts; the header is line 1.</param>
/// <param name="Cells">Trimmed cells by column name; an empty string where the file has nothing.</param>
public sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A column's cell; empty also when the file has no such column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
