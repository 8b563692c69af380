using System.Globalization;
using System.Text.RegularExpressions;

namespace RelateBot.Domain.Prompts;

/// <summary>
/// Reads working hours from free text: <c>8-16</c>, <c>8:30 – 17:00</c>, <c>9am-5pm</c>, <c>Mo-Fr 9-17 Uhr</c>. Words in any language are
/// ignored, and ambiguous text is rejected.
/// </summary>
public static partial class WorkingHoursParser
{
    private const int Longest = 100;
    private const int HalfADay = 12 * 60;
    private const string Time = @"[0-9]{1,2}([:.h][0-9]{2})?(\s?[ap]\.?m\.?)?";

    /// <summary>Reads the only hours in a text.</summary>
    /// <returns>Null when there are none or several, or when they may be in another time zone.</returns>
    public static WorkingHours? Parse(string? text)
    {
        if (text is not { Length: > 0 and <= Longest }
            || Pattern().Match(text) is not { Success: true } match
            || Capitals().IsMatch(text[match.Groups["start"].Index..])
            || ReadTime(match.Groups["start"].Value) is not var (start, startIsExact)
            || ReadTime(match.Groups["end"].Value) is not var (end, endIsExact))
        {
            return null;
        }

        if (endIsExact && !startIsExact && start is >= 60 and < HalfADay && start + HalfADay < end)
        {
            // 1-5pm starts after lunch; 9-5pm can't.
            start += HalfADay;
        }
        else if (!endIsExact && end <= start && end is >= 60 and < HalfADay && (startIsExact || start <= HalfADay))
        {
            // 9-5 ends at 17:00.
            end += HalfADay;
        }

        return start < end ? new WorkingHours(At(start), At(end)) : null;
    }

    /// <summary>Minutes since midnight, and whether a.m. or p.m. was given.</summary>
    private static (int Minutes, bool IsExact)? ReadTime(string time)
    {
        var half = time.IndexOfAny(['a', 'p', 'A', 'P']);
        var numbers = (half < 0 ? time : time[..half]).Split(':', '.', 'h', 'H');
        var (hour, minute) = (Number(numbers[0]), numbers.Length > 1 ? Number(numbers[1]) : 0);
        if (half >= 0)
        {
            hour = hour is < 1 or > 12 ? int.MaxValue : (hour % 12) + (time[half] is 'p' or 'P' ? 12 : 0);
        }

        return hour < 24 && minute < 60 ? ((hour * 60) + minute, half >= 0) : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);

    private static TimeOnly At(int minutes) => TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(minutes));

    /// <summary>
    /// Two times with a dash or "to" between them, and no other number before or after. A short word may follow the first time: 8 Uhr - 17
    /// Uhr.
    /// </summary>
    [GeneratedRegex(
        $@"^\P{{N}}*(?<start>{Time})\s*(\p{{L}}{{0,3}}\s*[-~\u2010-\u2015\u2212\u301C\uFF5E]|to\b)\s*(?<end>{Time})\P{{N}}*\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    /// <summary>Anything that may be a time zone, such as CET or PST, but not AM or PM.</summary>
    [GeneratedRegex(@"(?!(?<!\p{L})[AP]M(?!\p{L}))\p{Lu}{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capitals();
}
