using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Prompts;

/// <summary>A person's working times: time zone, hours, weekend and holidays.</summary>
public sealed record WorkCalendar
{
    // No holiday lasts longer. If no workday comes within 60 days, the person is checked again then.
    private const int FarthestDay = 60;

    // Jobs run every five minutes. The margin keeps a slightly late run inside working hours.
    private static readonly TimeSpan room = TimeSpan.FromMinutes(15);

    /// <summary>The person's time zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The working hours of each workday.</summary>
    public WorkingHours Hours { get; init; } = WorkingHours.Default;

    /// <summary>The two-letter region; null when not known.</summary>
    public string? Region { get; init; }

    /// <summary>Days without prompts.</summary>
    public Blackouts Blackouts { get; init; } = Blackouts.None;

    /// <summary>The date of a moment in <see cref="Zone"/>.</summary>
    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);

    /// <summary>True on a working day.</summary>
    public bool IsWorkday(DateOnly day) => !Weekend.Includes(day.DayOfWeek, Region) && !Blackouts.Contains(day, Region);

    /// <summary>True while the person is at work.</summary>
    public bool IsAtWork(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone).DateTime;
        return IsWorkday(DateOnly.FromDateTime(local)) && Hours.Contains(TimeOnly.FromDateTime(local));
    }

    /// <summary>The end of the working hours on a day (UTC).</summary>
    public DateTimeOffset EndOfWorkday(DateOnly day) => ToUtc(day, Hours.End);

    /// <summary>
    /// Returns the given local time on the first working day after <paramref name="day"/> that isn't before <paramref name="earliest"/>, as
    /// UTC. A time outside working hours becomes the nearest one inside.
    /// </summary>
    public DateTimeOffset NextWorkdayAt(DateOnly day, TimeOnly time, DateOnly? earliest = null)
    {
        var first = earliest > day ? earliest.Value : day.AddDays(1);
        var next = Enumerable.Range(0, FarthestDay).Select(first.AddDays).FirstOrDefault(IsWorkday, first.AddDays(FarthestDay));
        return ToUtc(next, ClampToWorkingHours(time));
    }

    /// <summary>The nearest time of day inside the working hours, with a margin for jobs that run a few minutes late.</summary>
    public TimeOnly ClampToWorkingHours(TimeOnly time)
    {
        var latest = Hours.End - Hours.Start > room ? Hours.End.Add(-room) : Hours.Start;
        return time < Hours.Start ? Hours.Start : time > latest ? latest : time;
    }

    /// <summary>
    /// Converts a local time to UTC. A time skipped by a clock change becomes the first valid time after the gap; a repeated time becomes
    /// its second occurrence.
    /// </summary>
    public DateTimeOffset ToUtc(DateOnly day, TimeOnly time) => LocalDay.At(day, time, Zone);
}
