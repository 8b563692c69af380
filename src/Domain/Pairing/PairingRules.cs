using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Pairing;

/// <summary>When rounds take place, and who takes part in one.</summary>
public sealed record PairingRules
{
    /// <summary>How long after its start a round can still be planned.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(4);

    /// <summary>For how many weeks two people aren't matched again, unless there is no other way.</summary>
    public required int NoRepeatWeeks { get; init; }

    /// <summary>The day of the week on which rounds begin.</summary>
    public required DayOfWeek Day { get; init; }

    /// <summary>The organisation's time zone, also used for people who have none of their own.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The date of a moment in <see cref="TimeZone"/>.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZone).DateTime);

    /// <summary>The first day of the latest round that has begun.</summary>
    public DateOnly RoundAt(DateTimeOffset moment)
    {
        var day = DayOf(moment);
        return day.AddDays(-(((int)day.DayOfWeek - (int)Day + 7) % 7));
    }

    /// <summary>The start of a round (UTC).</summary>
    public DateTimeOffset BeginningOf(DateOnly round) => LocalDay.At(round, TimeOnly.MinValue, TimeZone);

    /// <summary>The start of the next round (UTC).</summary>
    public DateTimeOffset EndOf(DateOnly round) => BeginningOf(round.AddDays(7));

    /// <summary>True when a member is due in a round. <paramref name="last"/> is the last round in which they were matched.</summary>
    public bool IsDue(PairingMember member, DateOnly? last, DateOnly round) =>
        member.JoinedAt < BeginningOf(round)
        && !member.IsPausedOn(round)
        && (last is null || member.AloneSince is not null || last.Value.AddDays(7 * member.EveryWeeks) <= round);

    /// <summary>The first day of a member's next round.</summary>
    /// <returns>Null while they are paused until they resume.</returns>
    public DateOnly? NextRound(PairingMember member, DateOnly? last, DateTimeOffset now)
    {
        if (member.IsPausedForSilence)
        {
            return null;
        }

        var round = RoundAt(now).AddDays(7);
        while (!IsDue(member, last, round) && round < DateOnly.MaxValue.AddDays(-7))
        {
            round = round.AddDays(7);
        }

        return round;
    }
}
