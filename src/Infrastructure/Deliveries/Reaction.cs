using RelateBot.Domain;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>A person's emoji on a message. It gives at most one thanks, in whatever order the platform reports changes.</summary>
public sealed class Reaction : IOrganisationScoped
{
    public required Guid OrganisationId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>The message and the person who reacted, as platform ids; unique within the workspace.</summary>
    public required string Key { get; init; }

    /// <summary>The act that it created; null once the emoji was removed.</summary>
    public Guid? ActId { get; set; }

    /// <summary>When it was last added or removed (UTC), by the platform's clock.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
