using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Help;

/// <summary>Counts Mondays to Fridays, as somebody in a time zone lives them.</summary>
public static class WorkingDays
{
    /// <summary>
    /// The moment <paramref name="days"/> working days after <paramref name="start"/>, at the same time of day in that zone. From a
    /// weekend counting starts on Monday. A time of day that a clock change skips becomes the first one after the gap.
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
