using System.Globalization;
using System.Text.RegularExpressions;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Parses how long someone wants to pause: "2 weeks", "until 7 January", "2027-01-07".</summary>
internal static partial class PauseParser
{
    /// <summary>The longest pause in days. For more than that people leave.</summary>
    public const int MaxDays = 366;

    private static readonly string[] daysOfYears = ["yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy"];

    /// <summary>Returns the first day after the pause; null when the text names no day that is after today and within a year.</summary>
    public static DateOnly? Parse(string words, DateOnly today)
    {
        var said = Spaces().Replace(Opening().Replace(words.Trim(), ""), " ").Trim(' ', '.', ',');
        var until = Weeks().Match(said) is { Success: true } match
            ? today.AddDays(7 * int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture))
            : Day(said, today);
        return until > today && until <= today.AddDays(MaxDays) ? until : null;
    }

    private static DateOnly? Day(string said, DateOnly today)
    {
        if (DateOnly.TryParseExact(said, daysOfYears, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        // The next day with this name, this year or next. 29 February may be in neither.
        return Enumerable.Range(today.Year, 2)
            .Select(year =>
                DateOnly.TryParseExact(
                    $"{said} {year.ToString(CultureInfo.InvariantCulture)}",
                    daysOfYears,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var next) ? next : (DateOnly?)null)
            .FirstOrDefault(next => next > today);
    }

    [GeneratedRegex(@"^(until|till|for)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"[\s,]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"^(?<number>\d{1,2}) ?(weeks?|w)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Weeks();
}
