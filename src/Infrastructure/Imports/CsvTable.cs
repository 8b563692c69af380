using System.Collections.Immutable;
using CsvHelper;

namespace RelateBot.Infrastructure.Imports;

/// <summary>
/// Reads a table with a header row by row: CSV with any usual separator and encoding, quoted cells with separators and line breaks, or
/// the first sheet of a workbook. Column names may be in any case and order, and may be synonyms that the caller knows.
/// </summary>
public sealed class CsvTable : IDisposable
{
    private readonly CsvReader reader;
    private readonly long length;
    private readonly ImmutableArray<string> columns;
    private readonly List<string> notices = [];
    private CsvMalformedRecord? malformed;

    private CsvTable(
        string path,
        IReadOnlyCollection<string> required,
        IReadOnlyCollection<string> optional,
        IReadOnlyDictionary<string, string> synonyms)
    {
        (reader, length) = TableFile.Open(path, record => malformed = record, notices);
        try
        {
            var headers = new HeaderNames([.. required, .. optional], synonyms);
            columns = headers.Read([.. reader.Headers], notices);
            UnknownColumns = headers.Unknown;
            Check(required);
        }
        catch (CsvFormatException exception)
        {
            reader.Dispose();
            throw new ImportFileException(exception.Message);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>What was noticed about the file, one sentence each.</summary>
    public IReadOnlyList<string> Notices => notices;

    /// <summary>Columns of the file that aren't used.</summary>
    public ImmutableArray<string> UnknownColumns { get; }

    /// <summary>How much of the file has been read, 0..1.</summary>
    public double Fraction => length == 0 ? 1 : Math.Min(1, (double)reader.ByteOffset / length);

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="ImportFileException">The file isn't a table with the required columns.</exception>
    public static CsvTable Open(
        string path,
        IReadOnlyCollection<string> required,
        IReadOnlyCollection<string> optional,
        IReadOnlyDictionary<string, string>? synonyms = null)
    {
        try
        {
            return new CsvTable(path, required, optional, synonyms ?? ImmutableDictionary<string, string>.Empty);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImportFileException(exception.Message);
        }
    }

    /// <summary>True when the file has this column.</summary>
    public bool Has(string column) => columns.Contains(column, StringComparer.Ordinal);

    /// <summary>Reads the rows. Invalid rows are reported to <paramref name="refuse"/> and skipped.</summary>
    public IEnumerable<CsvRow> Rows(Action<RowFault> refuse)
    {
        while (TryRead(refuse))
        {
            var line = (int)reader.LineNumber;
            if (Fault() is { } fault)
            {
                refuse(new RowFault(line, fault));
                continue;
            }

            var cells = new Dictionary<string, string>(columns.Length, StringComparer.Ordinal);
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i].Length == 0)
                {
                    continue;
                }

                cells[columns[i]] = reader.GetString(i).Trim();
            }

            if (Array.Exists([.. cells.Values], cell => cell.AsSpan().ContainsAny('\uFFFD', '\0')))
            {
                refuse(new RowFault(line, "It has characters that aren't UTF-8. Save the file as UTF-8."));
                continue;
            }

            yield return new CsvRow(line, cells);
        }
    }

    public void Dispose() => reader.Dispose();

    private bool TryRead(Action<RowFault> refuse)
    {
        malformed = null;
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException exception)
        {
            refuse(new RowFault(
                (int)exception.LineNumber,
                $"It is longer than {TableFile.LongestRowInKiB} KiB. Is a closing quote missing? The rest of the file wasn't read."));
            return false;
        }
    }

    private string? Fault()
    {
        if (malformed is not null)
        {
            return malformed.Value.Reason is CsvMalformedReason.UnterminatedQuote
                ? "Its quote isn't closed. The rest of the file wasn't read."
                : "There is a quote in the middle of a cell. Put the cell in quotes and double the quote.";
        }

        // Spreadsheets often end their rows with empty cells.
        return Enumerable.Range(0, reader.FieldCount).Skip(columns.Length).Any(cell => !string.IsNullOrWhiteSpace(reader.GetString(cell)))
            ? $"It has {reader.FieldCount} cells, but the header has {columns.Length}. A cell with a comma needs quotes."
            : null;
    }

    private string Named() =>
        string.Join(", ", reader.Headers.Select(name => name.Trim()).Where(name => name.Length > 0)) is { Length: > 0 } all
            ? all
            : "nothing";

    private void Check(IReadOnlyCollection<string> required)
    {
        var missing = required.Except(columns, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            throw new ImportFileException($"The header lacks {string.Join(", ", missing)}. It names: {Named()}.");
        }
    }
}

/// <summary>A row of a CSV file.</summary>
/// <param name="Line">The line on which it starts; the header is line 1.</param>
/// <param name="Cells">Trimmed cells by column name; empty strings for empty cells.</param>
public sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell by column name; an empty string when the file has no such column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
