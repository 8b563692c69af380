namespace RelateBot.Domain.Pairing;

/// <summary>Somebody who said yes to coffees with colleagues.</summary>
public sealed class PairingMember : IOrganisationScoped
{
    /// <summary>Longest time between two of somebody's rounds, in weeks.</summary>
    public const int MaxWeeksBetweenRounds = 4;

    /// <summary>How often somebody is paired who did not say, in weeks.</summary>
    public const int DefaultWeeksBetweenRounds = 2;

    /// <summary>After so many rounds in a row about which they said nothing they are paired no more until they say so.</summary>
    public const int MaxSilentRounds = 3;

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Where they said yes, and are written to.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>When they said yes (UTC).</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>They are paired every so many weeks, 1 to <see cref="MaxWeeksBetweenRounds"/>.</summary>
    public int EveryWeeks { get; private set; } = DefaultWeeksBetweenRounds;

    /// <summary>The first day on which they may be paired again; null when they did not pause.</summary>
    public DateOnly? PausedUntil { get; private set; }

    /// <summary>How many rounds in a row they said nothing about.</summary>
    public int SilentRounds { get; private set; }

    /// <summary>Since which round nobody could be found for them; null when somebody was, the last time.</summary>
    public DateOnly? AloneSince { get; private set; }

    /// <summary>Changes with every write.</summary>
    public int Version { get; private set; }

    /// <summary>True when they were paused because they said nothing.</summary>
    public bool IsPausedForSilence => SilentRounds >= MaxSilentRounds;

    /// <summary>True when they are to be left alone on that day.</summary>
    public bool IsPausedOn(DateOnly day) => IsPausedForSilence || PausedUntil > day;

    /// <summary>They want to be paired every so many weeks.</summary>
    public void SetInterval(int everyWeeks)
    {
        EveryWeeks = Math.Clamp(everyWeeks, 1, MaxWeeksBetweenRounds);
        Version++;
    }

    /// <summary>They are left alone until that day.</summary>
    public void Pause(DateOnly until)
    {
        PausedUntil = until;
        Version++;
    }

    /// <summary>They go on, whatever paused them.</summary>
    public void Resume()
    {
        (PausedUntil, SilentRounds) = (null, 0);
        Version++;
    }

    /// <summary>They said something about a round. Who is paused for silence stays so until they say that they go on.</summary>
    public void RecordAnswer()
    {
        SilentRounds = IsPausedForSilence ? SilentRounds : 0;
        Version++;
    }

    /// <summary>True when one more round without a word pauses them.</summary>
    public bool IsLastSilence => SilentRounds + 1 == MaxSilentRounds;

    /// <summary>They said nothing about a round. True when that was once too often.</summary>
    public bool RecordSilence()
    {
        SilentRounds++;
        Version++;
        return SilentRounds == MaxSilentRounds;
    }

    /// <summary>In this round nobody was found for them. True when they have not been told yet.</summary>
    public bool RecordNoMatch(DateOnly round)
    {
        var isNews = AloneSince is null;
        AloneSince ??= round;
        Version++;
        return isNews;
    }

    /// <summary>Somebody was found for them, or nobody told them in time that nobody was.</summary>
    public void ClearNoMatch()
    {
        AloneSince = null;
        Version++;
    }
}

/// <summary>Somebody would rather not have coffee with somebody. It holds for both, and only its author ever learns of it.</summary>
public sealed class PairingAvoidance : IOrganisationScoped
{
    /// <summary>Most names on one list.</summary>
    public const int MaxPerPerson = 25;

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Whose list.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Who is on it.</summary>
    public required Guid AvoidedId { get; init; }
}
