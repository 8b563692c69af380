using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Roster;

/// <summary>What a platform tells about an account. Null: it does not say.</summary>
public sealed record AccountProfile
{
    /// <summary>The platform's own id of the account.</summary>
    public required string ExternalId { get; init; }

    public string? Name { get; init; }

    public string? Handle { get; init; }

    /// <summary>Lower case, and only when the platform has verified it: it decides who is whom.</summary>
    public string? Email { get; init; }

    public string? TimeZone { get; init; }

    public string? Locale { get; init; }

    public PersonKind Kind { get; init; }

    public bool IsActive { get; init; } = true;

    /// <summary>True for those who look after the workspace.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>When the profile was last changed (UTC).</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
