namespace RelateBot.Domain.Pairing;

/// <summary>A person who takes part in coffees with colleagues.</summary>
public sealed class PairingMember : IOrganisationScoped
{
    /// <summary>The longest interval between a person's rounds, in weeks.</summary>
    public const int MaxWeeksBetweenRounds = 4;

    /// <summary>The default interval between a person's rounds, in weeks.</summary>
    public const int DefaultWeeksBetweenRounds = 2;

    /// <summary>After this many unanswered rounds in a row a person is paused until they resume.</summary>
    public const int MaxSilentRounds = 3;

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The workspace where they joined and get messages.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>When they joined (UTC).</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>The interval between their rounds, 1 to <see cref="MaxWeeksBetweenRounds"/> weeks.</summary>
    public int EveryWeeks { get; private set; } = DefaultWeeksBetweenRounds;

    /// <summary>The first day on which they can be matched again; null when they didn't pause.</summary>
    public DateOnly? PausedUntil { get; private set; }

    /// <summary>The number of unanswered rounds in a row.</summary>
    public int SilentRounds { get; private set; }

    /// <summary>The first of the latest rounds in a row without a match; null when they were matched last time.</summary>
    public DateOnly? AloneSince { get; private set; }

    /// <summary>Incremented with every write.</summary>
    public int Version { get; private set; }

    /// <summary>True when they are paused because they didn't answer.</summary>
    public bool IsPausedForSilence => SilentRounds >= MaxSilentRounds;

    /// <summary>True when they are paused on that day.</summary>
    public bool IsPausedOn(DateOnly day) => IsPausedForSilence || PausedUntil > day;

    /// <summary>Sets the interval between their rounds, in weeks; clamped to 1..<see cref="MaxWeeksBetweenRounds"/>.</summary>
    public void SetInterval(int everyWeeks)
    {
        EveryWeeks = Math.Clamp(everyWeeks, 1, MaxWeeksBetweenRounds);
        Version++;
    }

    /// <summary>Pauses until that day.</summary>
    public void Pause(DateOnly until)
    {
        PausedUntil = until;
        Version++;
    }

    /// <summary>Ends every pause.</summary>
    public void Resume()
    {
        (PausedUntil, SilentRounds) = (null, 0);
        Version++;
    }

    /// <summary>Records an answer about a round. A member paused for not answering stays paused until they resume.</summary>
    public void RecordAnswer()
    {
        SilentRounds = IsPausedForSilence ? SilentRounds : 0;
        Version++;
    }

    /// <summary>True when one more unanswered round will pause them.</summary>
    public bool IsLastSilence => SilentRounds + 1 == MaxSilentRounds;

    /// <summary>Records an unanswered round.</summary>
    /// <returns>True when it pauses them.</returns>
    public bool RecordSilence()
    {
        SilentRounds++;
        Version++;
        return SilentRounds == MaxSilentRounds;
    }

    /// <summary>Records that no match was found in a round.</summary>
    /// <returns>True when they haven't been told yet.</returns>
    public bool RecordNoMatch(DateOnly round)
    {
        var isNews = AloneSince is null;
        AloneSince ??= round;
        Version++;
        return isNews;
    }

    /// <summary>Clears the record of rounds without a match: they were matched, or couldn't be told in time.</summary>
    public void ClearNoMatch()
    {
        AloneSince = null;
        Version++;
    }
}

/// <summary>One person doesn't want to be paired with another. It applies to both, and only the author can see it.</summary>
public sealed class PairingAvoidance : IOrganisationScoped
{
    /// <summary>The most people on one list.</summary>
    public const int MaxPerPerson = 25;

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The owner of the list.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The person on the list.</summary>
    public required Guid AvoidedId { get; init; }
}
