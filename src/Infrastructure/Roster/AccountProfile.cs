using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

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

    /// <summary>True for a program.</summary>
    public bool? IsProgram { get; init; }

    /// <summary>True for someone of another organisation.</summary>
    public bool? IsStranger { get; init; }

    /// <summary>True for a guest with limited access.</summary>
    public bool? IsGuest { get; init; }

    /// <summary>False once the account was switched off.</summary>
    public bool? IsActive { get; init; }

    /// <summary>True for those who look after the workspace.</summary>
    public bool? IsAdministrator { get; init; }

    /// <summary>True when the platform has more to say about the account: it is asked soon.</summary>
    public bool IsPartial { get; init; }

    /// <summary>When the profile was last changed (UTC).</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The kind of someone of whom nothing else is known.</summary>
    public PersonKind Kind => KindAfter(PersonKind.Colleague);

    /// <summary>The kind that follows from what is told; what is not told stays as it is <paramref name="known"/>.</summary>
    public PersonKind KindAfter(PersonKind known) =>
        IsProgram ?? known is PersonKind.Bot ? PersonKind.Bot
        : IsStranger ?? known is PersonKind.Stranger ? PersonKind.Stranger
        : IsGuest ?? known is PersonKind.Guest ? PersonKind.Guest
        : PersonKind.Colleague;
}

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

/// <summary>What a platform tells about a group of accounts.</summary>
public sealed record AccountGroup
{
    /// <summary>The platform's own id of the group.</summary>
    public required string ExternalId { get; init; }

    /// <summary>What people type after <c>@</c>.</summary>
    public required string Handle { get; init; }

    public required string Name { get; init; }

    /// <summary>The accounts that belong to it; none once the group was switched off.</summary>
    public required IReadOnlyCollection<string> Members { get; init; }

    public bool IsActive { get; init; } = true;
}

/// <summary>When a platform is asked for <see cref="AccountDetails"/>.</summary>
public enum AccountDetailsPolicy
{
    /// <summary>It tells none.</summary>
    Never,

    /// <summary>When the whole directory is read, which happens by night.</summary>
    FullSyncOnly,

    /// <summary>The same, and whenever an account is met or has changed.</summary>
    Always,
}
