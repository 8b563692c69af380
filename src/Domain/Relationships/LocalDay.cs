namespace RelateBot.Domain.Relationships;

/// <summary>Days as people in a time zone live them.</summary>
public static class LocalDay
{
    /// <summary>The day on which a moment lies there.</summary>
    public static DateOnly Of(DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>The first moment of a day there (UTC): midnight, the first of two, or the end of the gap that swallowed it.</summary>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return zone.IsAmbiguousTime(midnight)
            ? new DateTimeOffset(midnight, zone.GetAmbiguousTimeOffsets(midnight).Max()).ToUniversalTime()
            : At(day, TimeOnly.MinValue, zone);
    }

    /// <summary>
    /// That time of a day there (UTC): the first one after the gap when a clock change skips it, the second of two when one repeats it.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var wanted = day.ToDateTime(time);
        while (zone.IsInvalidTime(wanted))
        {
            wanted = wanted.AddMinutes(1);
        }

        return new DateTimeOffset(wanted, zone.GetUtcOffset(wanted)).ToUniversalTime();
    }
}

/// <summary>ISO 8601 weeks, named by their Monday (UTC).</summary>
public static class Week
{
    /// <summary>The Monday of the week that holds the moment.</summary>
    public static DateOnly MondayOf(DateTimeOffset moment)
    {
        var day = DateOnly.FromDateTime(moment.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
