using System.Collections.Immutable;

namespace RelateBot.Domain.Prompts;

/// <summary>
/// A person's prompt schedule: when to check them next, their chosen day and hour, and the proactive messages they got recently.
/// </summary>
public sealed class PromptPlan : IOrganisationScoped
{
    // Longer than a week, because travelling can shift the calendar.
    private static readonly TimeSpan memory = TimeSpan.FromDays(9);

    // A waiting message retries every working hour. Four days covers any weekend and most holidays.
    private static readonly TimeSpan longestHold = TimeSpan.FromDays(4);

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>When the prompt job checks this person next (UTC).</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>The day of the week that they chose for prompts that come weekly or less often; null when each kind uses its own.</summary>
    public DayOfWeek? Day { get; private set; }

    /// <summary>The hour that they chose, 0 to 23 in local time; null for the default.</summary>
    public int? Hour { get; private set; }

    /// <summary>No prompts come before this day; null when not paused.</summary>
    public DateOnly? PausedUntil { get; private set; }

    /// <summary>The proactive messages of the last days, of any kind.</summary>
    public ImmutableArray<ProactiveMessage> Approaches { get; private set; } = [];

    /// <summary>No prompts come before this moment (UTC), because a more important message is waiting; null when none is.</summary>
    public DateTimeOffset? KeptFreeUntil { get; private set; }

    /// <summary>Incremented with every write, so that two hosts can't use the same version.</summary>
    public int Version { get; private set; }

    /// <summary>
    /// The time of day that they chose. Otherwise the usual one plus some minutes, so that not everyone is written to at once.
    /// </summary>
    public TimeOnly PreferredTimeOr(TimeOnly usual) =>
        Hour is { } hour ? new TimeOnly(hour, 0) : usual.AddMinutes(PersonId.ToByteArray()[15] % 60);

    /// <summary>True while they are at work and haven't paused.</summary>
    public bool CanReceiveNow(DateTimeOffset now, WorkCalendar calendar) => calendar.IsAtWork(now) && !(PausedUntil > calendar.Today(now));

    /// <summary>Records a proactive message.</summary>
    public void RecordProactiveMessage(DateOnly today, DateTimeOffset now)
    {
        Approaches = [.. Approaches.Where(earlier => earlier.At > now - memory), new ProactiveMessage(today, now)];
        KeptFreeUntil = null;
        Version++;
    }

    /// <summary>Holds prompts back because a more important message had to wait for the budget.</summary>
    public void HoldPrompts(DateTimeOffset now)
    {
        KeptFreeUntil = now + longestHold;
        Version++;
    }

    /// <summary>Sets the chosen day of the week and hour; null for the defaults.</summary>
    public void Choose(DayOfWeek? day, int? hour)
    {
        (Day, Hour) = (day, hour);
        Version++;
    }

    /// <summary>Pauses until this day; null resumes.</summary>
    public void Pause(DateOnly? until)
    {
        PausedUntil = until;
        Version++;
    }

    /// <summary>Schedules the next check (UTC).</summary>
    public void Reschedule(DateTimeOffset at)
    {
        NextAt = at;
        Version++;
    }
}
