using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Prompts;

/// <summary>When somebody is at work, as they live it: their zone, hours, weekend and holidays.</summary>
public sealed record WorkCalendar
{
    // No holiday is longer; whoever is away for longer is looked at again then.
    private const int FarthestDay = 60;

    // Whoever has something to say looks every five minutes, and after the end of somebody's hours it is too late.
    private static readonly TimeSpan room = TimeSpan.FromMinutes(15);

    /// <summary>Where they live.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>When they work.</summary>
    public WorkingHours Hours { get; init; } = WorkingHours.Default;

    /// <summary>Two letters; null when it is not known.</summary>
    public string? Region { get; init; }

    /// <summary>Days on which nobody is prompted.</summary>
    public Blackouts Blackouts { get; init; } = Blackouts.None;

    /// <summary>The day there.</summary>
    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);

    /// <summary>True on a day of work.</summary>
    public bool IsWorkday(DateOnly day) => !Weekend.Includes(day.DayOfWeek, Region) && !Blackouts.Contains(day, Region);

    /// <summary>True while they are at work.</summary>
    public bool IsAtWork(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone).DateTime;
        return IsWorkday(DateOnly.FromDateTime(local)) && Hours.Contains(TimeOnly.FromDateTime(local));
    }

    /// <summary>The end of their working hours on a day (UTC).</summary>
    public DateTimeOffset EndOfWorkday(DateOnly day) => ToUtc(day, Hours.End);

    /// <summary>
    /// Around that time, on the first day of work after a day and not before <paramref name="earliest"/>. A time outside their hours
    /// becomes the nearest within.
    /// </summary>
    public DateTimeOffset NextWorkdayAt(DateOnly day, TimeOnly time, DateOnly? earliest = null)
    {
        var first = earliest > day ? earliest.Value : day.AddDays(1);
        var next = Enumerable.Range(0, FarthestDay).Select(first.AddDays).FirstOrDefault(IsWorkday, first.AddDays(FarthestDay));
        return ToUtc(next, ClampToWorkingHours(time));
    }

    /// <summary>The nearest time of day within their hours, with room for somebody who comes some minutes late.</summary>
    public TimeOnly ClampToWorkingHours(TimeOnly time)
    {
        var latest = Hours.End - Hours.Start > room ? Hours.End.Add(-room) : Hours.Start;
        return time < Hours.Start ? Hours.Start : time > latest ? latest : time;
    }

    /// <summary>A time that a clock change skips becomes the first one after the gap; one that it repeats is the second.</summary>
    public DateTimeOffset ToUtc(DateOnly day, TimeOnly time) => LocalDay.At(day, time, Zone);
}
