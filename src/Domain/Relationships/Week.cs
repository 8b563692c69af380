namespace RelateBot.Domain.Relationships;

/// <summary>ISO 8601 weeks, named by their Monday (UTC).</summary>
public static class Week
{
    /// <summary>The Monday of the week that holds the moment.</summary>
    public static DateOnly Of(DateTimeOffset moment)
    {
        var day = DateOnly.FromDateTime(moment.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
