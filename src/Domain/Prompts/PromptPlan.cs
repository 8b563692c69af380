namespace RelateBot.Domain.Prompts;

/// <summary>When somebody is thought of next, and what they said about when.</summary>
public sealed class PromptPlan : IBelongToOrganisation
{
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

    /// <summary>Changes with every write, so that two hosts cannot both believe it is theirs.</summary>
    public int Version { get; private set; }

    /// <summary>The time of day that they chose or else, spread over the hour so that not everybody is written to at once, the usual one.</summary>
    public TimeOnly TimeOr(TimeOnly usual) => Hour is { } hour ? new TimeOnly(hour, 0) : usual.AddMinutes(PersonId.ToByteArray()[15] % 60);

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
    public void ThinkAgain(DateTimeOffset at)
    {
        NextAt = at;
        Version++;
    }
}
