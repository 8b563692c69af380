using System.Globalization;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>Reads the dates that spreadsheets write.</summary>
internal static class RosterDate
{
    // Serial numbers of the days from 1924 to 2119. Smaller numbers are probably years, and larger ones aren't dates.
    private const int FirstSerial = 9_000;
    private const int LastSerial = 80_000;

    private static readonly DateOnly dayZero = new(1899, 12, 30);
    private static readonly string[] iso = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
    private static readonly string[] dayFirst = ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];
    private static readonly string[] monthFirst = ["M/d/yyyy", "M.d.yyyy", "M-d-yyyy"];

    /// <summary>Reads a day; null when it isn't clear which day is meant.</summary>
    public static DateOnly? Read(string text, DateOrder? order)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            && serial is >= FirstSerial and <= LastSerial)
        {
            return dayZero.AddDays(serial);
        }

        string[] formats = order switch
        {
            DateOrder.DayFirst => [.. iso, .. dayFirst],
            DateOrder.MonthFirst => [.. iso, .. monthFirst],
            _ => iso,
        };
        return DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? DateOnly.FromDateTime(day)
            : null;
    }
}
