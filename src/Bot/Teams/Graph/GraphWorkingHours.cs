namespace RelateBot.Bot.Teams.Graph;

/// <summary>Of the resource workingHours, what is of use here: https://learn.microsoft.com/graph/api/resources/workinghours</summary>
/// <param name="StartTime"><c>08:00:00.0000000</c>.</param>
/// <param name="EndTime">The same.</param>
/// <param name="TimeZone">Where the clock is from which the two are read.</param>
public sealed record GraphWorkingHours(string? StartTime, string? EndTime, GraphWorkingHours.TimeZoneBase? TimeZone)
{
    /// <summary>https://learn.microsoft.com/graph/api/resources/timezonebase</summary>
    /// <param name="Name">Windows' name or IANA's; "Customized Time Zone" for a customTimeZone.</param>
    public sealed record TimeZoneBase(string? Name);
}
