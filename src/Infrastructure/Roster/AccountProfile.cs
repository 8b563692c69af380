using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Infrastructure.Roster;

/// <summary>An account's profile on a platform. Null means that the platform doesn't say.</summary>
public sealed record AccountProfile
{
    /// <summary>The platform's id of the account.</summary>
    public required string ExternalId { get; init; }

    public string? Name { get; init; }

    public string? Handle { get; init; }

    /// <summary>Lower case, and only when the platform has verified it, because accounts are matched to people by e-mail.</summary>
    public string? Email { get; init; }

    public string? TimeZone { get; init; }

    public string? Locale { get; init; }

    public PersonKind Kind { get; init; }

    public bool IsActive { get; init; } = true;

    /// <summary>True for administrators of the workspace.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>When the profile was last changed (UTC).</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}

/// <summary>
/// Details of an account that a platform provides for a single account but not in lists. Null means that the platform doesn't say.
/// </summary>
public sealed record AccountDetails
{
    /// <summary>The department's name.</summary>
    public string? Department { get; init; }

    /// <summary>Working hours in local time.</summary>
    public WorkingHours? WorkingHours { get; init; }

    /// <summary>The IANA time zone of the working hours; null for the person's own.</summary>
    public string? TimeZone { get; init; }
}

/// <summary>A group of accounts on a platform.</summary>
public sealed record AccountGroup
{
    /// <summary>The platform's id of the group.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The group's handle, typed after <c>@</c>.</summary>
    public required string Handle { get; init; }

    public required string Name { get; init; }

    /// <summary>The accounts in the group; empty once the group was deactivated.</summary>
    public required IReadOnlyCollection<string> Members { get; init; }

    public bool IsActive { get; init; } = true;
}

/// <summary>When a platform is asked for <see cref="AccountDetails"/>.</summary>
public enum AccountDetailsPolicy
{
    /// <summary>The platform provides no details.</summary>
    Never,

    /// <summary>Only in the nightly read of the whole directory.</summary>
    FullSyncOnly,

    /// <summary>In the nightly read, and when an account is new or has changed.</summary>
    Always,
}
