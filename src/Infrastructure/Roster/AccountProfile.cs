using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Roster;

/// <summary>What a platform tells about an account. Null: it does not say.</summary>
public sealed record AccountProfile
{
    public string? Name { get; init; }

    public string? Handle { get; init; }

    /// <summary>Lower case, and only when the platform has verified it: it decides who is whom.</summary>
    public string? Email { get; init; }

    public string? TimeZone { get; init; }

    public string? Locale { get; init; }

    public PersonKind Kind { get; init; }

    public bool IsActive { get; init; } = true;
}
