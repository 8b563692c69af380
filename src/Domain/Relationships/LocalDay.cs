namespace RelateBot.Domain.Relationships;

/// <summary>Days as people in a time zone live them.</summary>
public static class LocalDay
{
    /// <summary>The day on which a moment lies there.</summary>
    public static DateOnly Of(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>The first moment of a day there (UTC): midnight, the first of two, or the end of the gap that swallowed it.</summary>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max()
            : zone.GetUtcOffset(zone.IsInvalidTime(midnight) ? midnight.AddHours(-3) : midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }
}
