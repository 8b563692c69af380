namespace RelateBot.Domain.Relationships;

/// <summary>Converts between moments and days in a time zone.</summary>
public static class LocalDay
{
    /// <summary>The date of a moment in a time zone.</summary>
    public static DateOnly Of(DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>
    /// The first moment of a day in a time zone (UTC): midnight; the first one when it is repeated; the end of the gap when it is skipped.
    /// </summary>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return zone.IsAmbiguousTime(midnight)
            ? new DateTimeOffset(midnight, zone.GetAmbiguousTimeOffsets(midnight).Max()).ToUniversalTime()
            : At(day, TimeOnly.MinValue, zone);
    }

    /// <summary>
    /// Converts a local time to UTC. A time skipped by a clock change becomes the first valid time after the gap; a repeated time becomes
    /// its second occurrence.
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

/// <summary>ISO 8601 weeks, identified by their Monday (UTC).</summary>
public static class Week
{
    /// <summary>The Monday of the week that contains the moment.</summary>
    public static DateOnly MondayOf(DateTimeOffset moment)
    {
        var day = DateOnly.FromDateTime(moment.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
