using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace RelateBot.Infrastructure.Imports;

/// <summary>
/// A comma-separated file with a header, read row by row: UTF-8 with or without a mark, quoted cells with commas and line breaks,
/// column names in any case and order.
/// </summary>
public sealed class CsvTable : IDisposable
{
    // A quote that is never closed would swallow the rest of the file into one cell.
    private const int LongestCell = 64 * 1024;

    private readonly StreamReader reader;
    private readonly CsvParser parser;
    private readonly string[] columns;

    private CsvTable(StreamReader reader, IReadOnlyCollection<string> required, IReadOnlyCollection<string> optional)
    {
        this.reader = reader;
        parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            IgnoreBlankLines = false,
            MaxFieldSize = LongestCell,
            TrimOptions = TrimOptions.Trim,
        });
        columns = parser.Read() ? [.. parser.Record!.Select(name => name.Trim().ToLowerInvariant())] : [];
        UnknownColumns = [.. columns.Except([.. required, .. optional], StringComparer.Ordinal)];
        Check(required);
    }

    /// <summary>Columns that mean nothing here.</summary>
    public ImmutableArray<string> UnknownColumns { get; }

    /// <summary>How much of the file has been read, 0..1.</summary>
    public double Fraction => reader.BaseStream.Length == 0 ? 1 : (double)reader.BaseStream.Position / reader.BaseStream.Length;

    /// <summary>Opens a file and reads its header. Throws <see cref="ImportFileException"/> when it is not such a table.</summary>
    public static CsvTable Open(string path, IReadOnlyCollection<string> required, IReadOnlyCollection<string> optional)
    {
        try
        {
            return new CsvTable(new StreamReader(path), required, optional);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImportFileException(exception.Message);
        }
    }

    /// <summary>True when the file has this column.</summary>
    public bool Has(string column) => columns.Contains(column, StringComparer.Ordinal);

    /// <summary>The rows, one after the other; whatever is no row of this table goes to <paramref name="refuse"/>.</summary>
    public IEnumerable<CsvRow> Rows(Action<RowFault> refuse)
    {
        while (true)
        {
            var line = parser.RawRow + 1;
            string[] cells;
            try
            {
                if (!parser.Read())
                {
                    yield break;
                }

                cells = parser.Record!;
            }
            catch (MaxFieldSizeException)
            {
                refuse(new RowFault(line, $"A cell is longer than {LongestCell:N0} characters; is a closing quote missing? Nothing after it was read."));
                yield break;
            }

            if (cells is [""])
            {
                continue;
            }

            if (Fault(cells) is { } fault)
            {
                refuse(new RowFault(line, fault));
            }
            else
            {
                yield return new CsvRow(line, columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second.Trim(), StringComparer.Ordinal));
            }
        }
    }

    public void Dispose()
    {
        parser.Dispose();
        reader.Dispose();
    }

    private string? Fault(string[] cells)
    {
        if (cells.Length > columns.Length)
        {
            return $"It has {cells.Length} cells and the header {columns.Length}; a cell with a comma in it needs quotes.";
        }

        if (Array.Exists(cells, cell => cell.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            return "It holds characters that are not UTF-8; save the file as UTF-8.";
        }

        return Array.Exists(cells, cell => cell.Contains('\0', StringComparison.Ordinal)) ? "It holds a NUL character." : null;
    }

    private void Check(IReadOnlyCollection<string> required)
    {
        if (columns.Distinct(StringComparer.Ordinal).Count() < columns.Length)
        {
            throw new ImportFileException("The header names a column twice.");
        }

        var missing = required.Except(columns, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            var separator = columns is [var only] && only.Contains(';', StringComparison.Ordinal) ? " The file is separated by semicolons; save it with commas." : "";
            throw new ImportFileException($"The header lacks {string.Join(", ", missing)}.{separator}");
        }
    }
}
