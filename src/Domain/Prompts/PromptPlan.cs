using System.Collections.Immutable;

namespace RelateBot.Domain.Prompts;

/// <summary>When somebody is thought of next, what they said about when, and what they heard lately.</summary>
public sealed class PromptPlan : IOrganisationScoped
{
    // A week, and more than any journey moves the calendar.
    private static readonly TimeSpan memory = TimeSpan.FromDays(9);

    // What waits asks again every hour of work; this is over every weekend and most holidays.
    private static readonly TimeSpan longestHold = TimeSpan.FromDays(4);

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When they are thought of next (UTC).</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>The day of the week that they chose for what comes weekly or more seldom; null when each kind has its own.</summary>
    public DayOfWeek? Day { get; private set; }

    /// <summary>The hour that they chose; null for the usual one.</summary>
    public int? Hour { get; private set; }

    /// <summary>Nothing comes before this day.</summary>
    public DateOnly? PausedUntil { get; private set; }

    /// <summary>What came in the last days without their asking, whatever its kind.</summary>
    public ImmutableArray<ProactiveMessage> Approaches { get; private set; } = [];

    /// <summary>No prompt comes before this moment (UTC), because something that matters more waits for its turn.</summary>
    public DateTimeOffset? KeptFreeUntil { get; private set; }

    /// <summary>Changes with every write, so that two hosts cannot both believe it is theirs.</summary>
    public int Version { get; private set; }

    /// <summary>
    /// The time of day that they chose or else, spread over the hour so that not everybody is written to at once, the usual one.
    /// </summary>
    public TimeOnly PreferredTimeOr(TimeOnly usual) =>
        Hour is { } hour ? new TimeOnly(hour, 0) : usual.AddMinutes(PersonId.ToByteArray()[15] % 60);

    /// <summary>True while they are at work and have not paused.</summary>
    public bool CanReceiveNow(DateTimeOffset now, WorkCalendar calendar) => calendar.IsAtWork(now) && !(PausedUntil > calendar.Today(now));

    /// <summary>Something comes to them.</summary>
    public void RecordProactiveMessage(DateOnly today, DateTimeOffset now)
    {
        Approaches = [.. Approaches.Where(earlier => earlier.At > now - memory), new ProactiveMessage(today, now)];
        KeptFreeUntil = null;
        Version++;
    }

    /// <summary>Something had to wait, because they heard enough lately; prompts leave it room.</summary>
    public void HoldPrompts(DateTimeOffset now)
    {
        KeptFreeUntil = now + longestHold;
        Version++;
    }

    /// <summary>They chose a day, or none; <paramref name="hour"/> likewise.</summary>
    public void Choose(DayOfWeek? day, int? hour)
    {
        (Day, Hour) = (day, hour);
        Version++;
    }

    /// <summary>Nothing before this day; null to go on.</summary>
    public void Pause(DateOnly? until)
    {
        PausedUntil = until;
        Version++;
    }

    /// <summary>They are thought of again then (UTC).</summary>
    public void Reschedule(DateTimeOffset at)
    {
        NextAt = at;
        Version++;
    }
}
