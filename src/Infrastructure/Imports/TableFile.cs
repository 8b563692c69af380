using System.Text;
using CsvHelper;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace RelateBot.Infrastructure.Imports;

/// <summary>Opens a table in any usual format: detects encoding and separator, and reads the first sheet of a workbook.</summary>
internal static class TableFile
{
    // Without a limit, an unclosed quote would read the rest of the file into one cell.
    private const int LongestRow = 128 * 1024;

    private static readonly (char Separator, string Name)[] separators =
        [(',', "commas"), (';', "semicolons"), ('\t', "tabs"), ('|', "vertical bars")];

    /// <summary>Opens a file. What was detected is added to <paramref name="notices"/>, one sentence each.</summary>
    public static (CsvReader Reader, long Length) Open(string path, Action<CsvMalformedRecord> malformed, List<string> notices)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes is [0x50, 0x4B, 0x03, 0x04, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            notices.Add("Read the first sheet of the workbook.");
            return (CsvReader.Create(new StringReader(ReadSheet(bytes)), Options(',', malformed), leaveOpen: false), 0);
        }

        var (encoding, mark) = Detect(bytes);
        var head = encoding.GetString(bytes, mark, Math.Min(bytes.Length - mark, LongestRow));
        var (separator, name) = SeparatorOf(head);
        if (separator != ',')
        {
            notices.Add($"The columns are separated by {name}.");
        }

        if (encoding is UTF8Encoding)
        {
            var rest = new MemoryStream(bytes, mark, bytes.Length - mark);
            return (CsvReader.Create(rest, Options(separator, malformed), leaveOpen: false), rest.Length);
        }

        notices.Add($"The file isn't UTF-8. I read it as {encoding.EncodingName}.");
        var text = encoding.GetString(bytes, mark, bytes.Length - mark);
        var reader = CsvReader.Create(new StringReader(text), Options(separator, malformed), leaveOpen: false);
        return (reader, Encoding.UTF8.GetByteCount(text));
    }

    /// <summary>The longest row, in KiB.</summary>
    public static int LongestRowInKiB => LongestRow / 1024;

    private static CsvReaderOptions Options(char separator, Action<CsvMalformedRecord> malformed) => new()
    {
        Separator = separator,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRow,
        OnMalformedRecord = malformed,
    };

    private static (Encoding Encoding, int Mark) Detect(byte[] bytes)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return (Encoding.UTF8, 3);
            case [0xFF, 0xFE, ..]:
                return (Encoding.Unicode, 2);
            case [0xFE, 0xFF, ..]:
                return (Encoding.BigEndianUnicode, 2);
        }

        // If some non-ASCII letters are valid UTF-8, the file is UTF-8 and the invalid ones are mistakes.
        var (letters, slips) = (0, 0);
        var rest = bytes.AsSpan();
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var length);
            letters += length > 1 && status is System.Buffers.OperationStatus.Done ? 1 : 0;
            slips += status is System.Buffers.OperationStatus.Done ? 0 : 1;
            rest = rest[length..];
        }

        return slips > 0 && letters == 0
            ? (CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1, 0)
            : (Encoding.UTF8, 0);
    }

    private static (char Separator, string Name) SeparatorOf(string head)
    {
        var counts = new int[separators.Length];
        var quoted = false;
        foreach (var c in head.TrimStart())
        {
            if (c is '\n' or '\r' && !quoted)
            {
                break;
            }

            quoted ^= c == '"';
            var at = quoted ? -1 : Array.FindIndex(separators, known => known.Separator == c);
            if (at >= 0)
            {
                counts[at]++;
            }
        }

        return separators[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>Converts the rows to CSV, so that one reader handles both. The line of a row is its number in the sheet.</summary>
    private static string ReadSheet(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var stream = new MemoryStream(bytes);
            using var sheet = ExcelReaderFactory.CreateReader(stream);
            var text = new StringBuilder();
            while (sheet.Read())
            {
                var cells = Enumerable.Range(0, sheet.FieldCount).Select(column => Text(sheet.GetValue(column))).ToList();
                text.AppendLine(cells.TrueForAll(cell => cell.Length == 0)
                    ? ""
                    : string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
            }

            return text.ToString();
        }
        catch (Exception exception) when (exception is ExcelReaderException or InvalidDataException or NotSupportedException)
        {
            throw new ImportFileException($"I couldn't read this workbook ({exception.Message}). Save it as CSV and try again.");
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => $"{day:yyyy-MM-dd}",
        DateTime time => $"{time:yyyy-MM-ddTHH:mm:ss}",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!.ReplaceLineEndings(" "),
    };
}
