using RelateBot.Domain.Prompts;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>
/// Somebody who wants the digest by themselves. What is sent and that it was sent commit together, checked against the version that was
/// read: nobody gets a period twice, whoever sends.
/// </summary>
public sealed class DigestSubscription : IOrganisationScoped
{
    // By then, on a working day, the first coffee is drunk.
    private static readonly TimeOnly Morning = new(9, 0);

    // What happened just before midnight is in the flows by then.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Where they asked for it, and are written to.</summary>
    public required Guid WorkspaceId { get; set; }

    /// <summary>How often.</summary>
    public DigestFrequency Rhythm { get; private set; }

    /// <summary>When the next one is due (UTC); null without one.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Changes with every write.</summary>
    public int Version { get; private set; }

    /// <summary>From now on, as often as this. The first one is of the period that has begun.</summary>
    public void Choose(DigestFrequency frequency, DateTimeOffset now, TimeZoneInfo organisation, WorkCalendar calendar)
    {
        Rhythm = frequency;
        Plan(now, organisation, calendar);
    }

    /// <summary>It comes no more.</summary>
    public void End()
    {
        (Rhythm, NextAt) = (DigestFrequency.Off, null);
        Version++;
    }

    /// <summary>
    /// True when it is due on a day off, of which nobody may have known when it was planned: it waits for the next morning of work.
    /// </summary>
    public bool TryPostpone(DateTimeOffset now, WorkCalendar calendar)
    {
        if (!(NextAt <= now) || calendar.IsWorkday(calendar.Today(now)))
        {
            return false;
        }

        NextAt = FirstMorning(now, calendar);
        Version++;
        return true;
    }

    /// <summary>The period of the digest that is due, the latest that is over; null when none is. The next one is planned.</summary>
    public Period? TakeDuePeriod(DateTimeOffset now, TimeZoneInfo organisation, WorkCalendar calendar)
    {
        if (NextAt is not { } due || due > now)
        {
            return null;
        }

        Plan(now, organisation, calendar);
        return Latest(Rhythm, LocalDay.Of(now, organisation));
    }

    /// <summary>The latest period that is over on a day; the month for somebody without a subscription.</summary>
    public static Period Latest(DigestFrequency frequency, DateOnly today) =>
        frequency is DigestFrequency.Weekly ? Period.WeekBefore(today) : Period.MonthBefore(today);

    /// <summary>The first morning on which the person works after the period that holds this moment.</summary>
    private void Plan(DateTimeOffset now, TimeZoneInfo organisation, WorkCalendar calendar)
    {
        if (Rhythm is DigestFrequency.Off)
        {
            End();
            return;
        }

        var latest = Latest(Rhythm, LocalDay.Of(now, organisation));
        var end = Rhythm is DigestFrequency.Weekly ? latest.To.AddDays(7) : latest.To.AddMonths(1);
        NextAt = FirstMorning(LocalDay.Start(end, organisation) + Settling, calendar);
        Version++;
    }

    private static DateTimeOffset FirstMorning(DateTimeOffset from, WorkCalendar calendar)
    {
        var today = calendar.Today(from);
        var morning = calendar.NextWorkdayAt(today.AddDays(-1), Morning);
        return morning < from ? calendar.NextWorkdayAt(today, Morning) : morning;
    }
}

/// <summary>How often somebody gets the digest.</summary>
public enum DigestFrequency
{
    /// <summary>Only when they ask.</summary>
    Off,

    /// <summary>After each week, from Monday to Sunday.</summary>
    Weekly,

    /// <summary>After each calendar month.</summary>
    Monthly,
}

/// <summary>
/// Who wants digests, in the current organisation. Committing a change to one that somebody else changed first fails as a conflict.
/// </summary>
public interface IDigestSubscriptionStore
{
    /// <summary>A person's; changes to it will be committed. Null when they never had one.</summary>
    Task<DigestSubscription?> FindByPersonAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Adds one to what will be committed.</summary>
    void Add(DigestSubscription subscription);
}
