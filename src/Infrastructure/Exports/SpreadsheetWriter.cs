using System.Text;
using System.Text.RegularExpressions;

namespace RelateBot.Infrastructure.Exports;

/// <summary>
/// Writes CSV that a spreadsheet opens as it was meant: UTF-8 with a mark, every text in quotes, and nothing in it becomes a formula,
/// whichever separator the reader's country uses.
/// </summary>
public sealed partial class SpreadsheetWriter : IDisposable
{
    private readonly TextWriter output;
    private readonly bool isOurs;

    /// <summary>Writes to <paramref name="output"/>, which has to be UTF-8 without a mark of its own.</summary>
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

    /// <summary>A new file of this path.</summary>
    /// <returns>The writer, which owns the file.</returns>
    public static SpreadsheetWriter ToFile(string path) =>
        new(new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), isOurs: true);

    /// <summary>A whole table as the bytes of a file.</summary>
    /// <returns>UTF-8 with its mark.</returns>
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

    /// <summary>A row. Plain numbers stand as they are, so that they can be added up.</summary>
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

    // An apostrophe makes a spreadsheet take what follows as text. Quotes alone don't: they aren't at the start of the cell for a reader
    // that separates by something else.
    private static string Quote(string text)
    {
        var harmless = FormulaStart().Replace(text, "${before}'${sign}");
        return $"\"{(text is ['\t' or '\r', ..] ? "'" : "")}{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // The start of a cell for any reader: of the text, or after a separator, whatever blanks, quotes and apostrophes stand between.
    [GeneratedRegex(
        @"(?<before>(^|[;|\t\r\n])[ \u00A0""]*)(?<sign>[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormulaStart();

    [GeneratedRegex(@"^[0-9]{1,15}(\.[0-9]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
