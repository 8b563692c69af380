namespace RelateBot.Domain.Help;

/// <summary>Time limits for asks, and the default time zone.</summary>
public sealed record HelpRules
{
    /// <summary>The most active asks of one person.</summary>
    public const int MaxActiveAsks = 10;

    /// <summary>After how many working days without a helper an ask expires. A reminder is sent halfway.</summary>
    public required int ExpireAfterDays { get; init; }

    /// <summary>
    /// After how many working days a reminder is sent: half of <see cref="ExpireAfterDays"/>, rounded down, but at least one.
    /// </summary>
    public int RemindAfterDays => Math.Max(ExpireAfterDays / 2, 1);

    /// <summary>How many working days after it was taken the asker is asked whether it was solved.</summary>
    public required int FollowUpAfterDays { get; init; }

    /// <summary>The time zone of people who have none of their own.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The time zone in which a person's working days are counted.</summary>
    public TimeZoneInfo ZoneOf(People.Person person) => person.Zone(TimeZone);
}
