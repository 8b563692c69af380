using System.Text;
using System.Text.RegularExpressions;

namespace RelateBot.Infrastructure.Exports;

/// <summary>
/// Writes CSV that spreadsheets open correctly: UTF-8 with a byte order mark, every text in quotes, and no text that becomes a formula,
/// with any separator that the reader's country uses.
/// </summary>
public sealed partial class SpreadsheetWriter : IDisposable
{
    private readonly TextWriter output;
    private readonly bool isOurs;

    /// <summary>Writes to <paramref name="output"/>, which must be UTF-8 without a byte order mark.</summary>
    public SpreadsheetWriter(TextWriter output)
        : this(output, isOurs: false)
    {
    }

    private SpreadsheetWriter(TextWriter output, bool isOurs)
    {
        this.output = output;
        this.isOurs = isOurs;
        output.Write('\uFEFF');
    }

    /// <summary>Creates a file.</summary>
    /// <returns>The writer, which owns the file.</returns>
    public static SpreadsheetWriter ToFile(string path) =>
        new(new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), isOurs: true);

    /// <summary>Returns a whole table as the bytes of a file.</summary>
    /// <returns>UTF-8 with a byte order mark.</returns>
    public static byte[] ToBytes(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var text = new StringWriter();
        using var writer = new SpreadsheetWriter(text);
        foreach (var row in rows)
        {
            writer.Write([.. row]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Writes a row. Plain numbers aren't quoted, so that spreadsheets can add them up.</summary>
    public void Write(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            output.Write(i == 0 ? "" : ",");
            output.Write(Number().IsMatch(cells[i]) ? cells[i] : Quote(cells[i]));
        }

        output.Write("\r\n");
    }

    public void Dispose()
    {
        output.Flush();
        if (isOurs)
        {
            output.Dispose();
        }
    }

    // An apostrophe makes a spreadsheet read the rest as text. Quotes aren't enough: with another separator, they aren't at the start of
    // the cell.
    private static string Quote(string text)
    {
        var harmless = FormulaStart().Replace(text, "${before}'${sign}");
        return $"\"{(text is ['\t' or '\r', ..] ? "'" : "")}{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // The start of a cell with any separator: the start of the text, or after a separator, with any blanks and quotes in between.
    [GeneratedRegex(
        @"(?<before>(^|[;|\t\r\n])[ \u00A0""]*)(?<sign>[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormulaStart();

    [GeneratedRegex(@"^[0-9]{1,15}(\.[0-9]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
