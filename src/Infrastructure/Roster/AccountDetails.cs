using RelateBot.Domain.Prompts;

namespace RelateBot.Infrastructure.Roster;

/// <summary>What a platform tells about an account when it is asked for that one, and not in its lists. Null: it does not say.</summary>
public sealed record AccountDetails
{
    /// <summary>The department's name.</summary>
    public string? Department { get; init; }

    /// <summary>When they work, by the clock on their wall.</summary>
    public WorkingHours? WorkingHours { get; init; }

    /// <summary>The IANA time zone of those hours, one that is known here; null: their own.</summary>
    public string? TimeZone { get; init; }
}
