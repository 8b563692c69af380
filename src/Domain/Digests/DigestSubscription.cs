using RelateBot.Domain.Prompts;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>
/// A person's digest subscription. Sending a digest and recording that it was sent are one transaction with a version check, so no period
/// is sent twice.
/// </summary>
public sealed class DigestSubscription : IOrganisationScoped
{
    // The earliest time of day that a digest is sent.
    private static readonly TimeOnly Morning = new(9, 0);

    // Leaves time for the last exchanges before midnight to be counted.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The workspace where they subscribed and get the digest.</summary>
    public required Guid WorkspaceId { get; set; }

    /// <summary>How often the digest comes.</summary>
    public DigestFrequency Rhythm { get; private set; }

    /// <summary>When the next digest is due (UTC); null when none is.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Incremented with every write.</summary>
    public int Version { get; private set; }

    /// <summary>Sets how often the digest comes. The first one covers the current period.</summary>
    public void Choose(DigestFrequency frequency, DateTimeOffset now, TimeZoneInfo organisation, WorkCalendar calendar)
    {
        Rhythm = frequency;
        Plan(now, organisation, calendar);
    }

    /// <summary>Ends the subscription.</summary>
    public void End()
    {
        (Rhythm, NextAt) = (DigestFrequency.Off, null);
        Version++;
    }

    /// <summary>Moves a due digest from a day off to the next working morning.</summary>
    /// <returns>True when it was moved.</returns>
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

    /// <summary>Returns the latest completed period if a digest is due, and schedules the next one.</summary>
    /// <returns>Null when no digest is due.</returns>
    public Period? TakeDuePeriod(DateTimeOffset now, TimeZoneInfo organisation, WorkCalendar calendar)
    {
        if (NextAt is not { } due || due > now)
        {
            return null;
        }

        Plan(now, organisation, calendar);
        return Latest(Rhythm, LocalDay.Of(now, organisation));
    }

    /// <summary>The latest completed period before a day: a week for weekly subscribers, otherwise a month.</summary>
    public static Period Latest(DigestFrequency frequency, DateOnly today) =>
        frequency is DigestFrequency.Weekly ? Period.WeekBefore(today) : Period.MonthBefore(today);

    /// <summary>
    /// Schedules the next digest: the person's first working morning after the period that contains <paramref name="now"/>.
    /// </summary>
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

/// <summary>How often a person gets the digest.</summary>
public enum DigestFrequency
{
    /// <summary>Only on request.</summary>
    Off,

    /// <summary>Once a week, for Monday to Sunday.</summary>
    Weekly,

    /// <summary>Once a month, for the calendar month.</summary>
    Monthly,
}

/// <summary>
/// The digest subscriptions of the current organisation. Committing fails with a conflict when someone else changed the same subscription.
/// </summary>
public interface IDigestSubscriptionStore
{
    /// <summary>Finds a person's subscription. Changes to it are saved on commit.</summary>
    /// <returns>Null when they never had one.</returns>
    Task<DigestSubscription?> FindByPersonAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Adds a subscription, which is saved on commit.</summary>
    void Add(DigestSubscription subscription);
}
