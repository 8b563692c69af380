namespace RelateBot.Infrastructure.Roster;

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
