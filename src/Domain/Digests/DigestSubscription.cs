using RelateBot.Domain.Prompts;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>
/// Somebody who wants the digest by themselves. What is sent and that it was sent commit together, checked against the version that was read:
/// nobody gets a period twice, whoever sends.
/// </summary>
public sealed class DigestSubscription : IBelongToOrganisation
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
    public DigestRhythm Rhythm { get; private set; }

    /// <summary>When the next one is due (UTC); null without one.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Changes with every write.</summary>
    public int Version { get; private set; }

    /// <summary>From now on, as often as this. The first one is of the period that has begun.</summary>
    public void Choose(DigestRhythm rhythm, DateTimeOffset now, TimeZoneInfo organisation, PersonalDays days)
    {
        Rhythm = rhythm;
        Plan(now, organisation, days);
    }

    /// <summary>It comes no more.</summary>
    public void End()
    {
        (Rhythm, NextAt) = (DigestRhythm.Off, null);
        Version++;
    }

    /// <summary>True when it is due on a day off, of which nobody may have known when it was planned: it waits for the next morning of work.</summary>
    public bool TryPutOff(DateTimeOffset now, PersonalDays days)
    {
        if (!(NextAt <= now) || days.IsWorking(days.Today(now)))
        {
            return false;
        }

        NextAt = FirstMorning(now, days);
        Version++;
        return true;
    }

    /// <summary>The period of the digest that is due, the latest that is over; null when none is. The next one is planned.</summary>
    public Period? TakeDue(DateTimeOffset now, TimeZoneInfo organisation, PersonalDays days)
    {
        if (NextAt is not { } due || due > now)
        {
            return null;
        }

        Plan(now, organisation, days);
        return Latest(Rhythm, LocalDay.Of(now, organisation));
    }

    /// <summary>The latest period that is over on a day; the month for somebody without a subscription.</summary>
    public static Period Latest(DigestRhythm rhythm, DateOnly today) => rhythm is DigestRhythm.Weekly ? Period.WeekBefore(today) : Period.MonthBefore(today);

    /// <summary>The first morning on which the person works after the period that holds this moment.</summary>
    private void Plan(DateTimeOffset now, TimeZoneInfo organisation, PersonalDays days)
    {
        if (Rhythm is DigestRhythm.Off)
        {
            End();
            return;
        }

        var latest = Latest(Rhythm, LocalDay.Of(now, organisation));
        var end = Rhythm is DigestRhythm.Weekly ? latest.To.AddDays(7) : latest.To.AddMonths(1);
        NextAt = FirstMorning(LocalDay.Start(end, organisation) + Settling, days);
        Version++;
    }

    private static DateTimeOffset FirstMorning(DateTimeOffset from, PersonalDays days)
    {
        var today = days.Today(from);
        var morning = days.NextAfter(today.AddDays(-1), Morning);
        return morning < from ? days.NextAfter(today, Morning) : morning;
    }
}
