using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Pairing;

/// <summary>When rounds are, and who takes part in one.</summary>
public sealed record PairingRules
{
    /// <summary>So long after its beginning a round that nobody planned is left out rather than planned.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(4);

    /// <summary>For so many weeks two people are not put together again, unless there is no other way.</summary>
    public required int NoRepeatWeeks { get; init; }

    /// <summary>The day of the week on which rounds begin.</summary>
    public required DayOfWeek Day { get; init; }

    /// <summary>The organisation's, and that of people who have none of their own.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The day there.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZone).DateTime);

    /// <summary>The round that began last.</summary>
    public DateOnly RoundAt(DateTimeOffset moment)
    {
        var day = DayOf(moment);
        return day.AddDays(-(((int)day.DayOfWeek - (int)Day + 7) % 7));
    }

    /// <summary>When a round begins (UTC).</summary>
    public DateTimeOffset BeginningOf(DateOnly round) => LocalDay.At(round, TimeOnly.MinValue, TimeZone);

    /// <summary>When the round after that one begins (UTC).</summary>
    public DateTimeOffset EndOf(DateOnly round) => BeginningOf(round.AddDays(7));

    /// <summary>True when somebody is to be paired in a round. <paramref name="last"/>: the last one in which they were.</summary>
    public bool IsDue(PairingMember member, DateOnly? last, DateOnly round) =>
        member.JoinedAt < BeginningOf(round)
        && !member.IsPausedOn(round)
        && (last is null || member.AloneSince is not null || last.Value.AddDays(7 * member.EveryWeeks) <= round);

    /// <summary>Somebody's next round; null while they are paused until they say so.</summary>
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
