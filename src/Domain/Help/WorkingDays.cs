using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Help;

/// <summary>Counts working days, Monday to Friday, in a time zone.</summary>
public static class WorkingDays
{
    /// <summary>
    /// Returns the moment (UTC) <paramref name="days"/> working days after <paramref name="start"/>, at the same local time. From a
    /// weekend, counting starts on Monday. A time skipped by a clock change becomes the first valid time after the gap.
    /// </summary>
    public static DateTimeOffset After(DateTimeOffset start, int days, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(start, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        while (IsWeekend(day))
        {
            day = day.AddDays(1);
        }

        for (var counted = 0; counted < days;)
        {
            day = day.AddDays(1);
            counted += IsWeekend(day) ? 0 : 1;
        }

        return LocalDay.At(day, TimeOnly.FromDateTime(local.DateTime), zone);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
