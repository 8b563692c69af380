namespace RelateBot.Domain.Help;

/// <summary>How long things take, and where nobody's own clock is known.</summary>
public sealed record HelpRules
{
    /// <summary>Most asks of one person that wait for help at the same time.</summary>
    public const int MaxActiveAsks = 10;

    /// <summary>After how many working days without a helper an ask expires; those asked are reminded at half time.</summary>
    public required int ExpireAfterDays { get; init; }

    /// <summary>Half of that, rounded down, and one day at least.</summary>
    public int RemindAfterDays => Math.Max(ExpireAfterDays / 2, 1);

    /// <summary>How many working days after it was taken the asker is asked whether it was solved.</summary>
    public required int FollowUpAfterDays { get; init; }

    /// <summary>Of people who have none of their own.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The time zone in which a person's working days are counted.</summary>
    public TimeZoneInfo ZoneOf(People.Person person) => person.Zone(TimeZone);
}
