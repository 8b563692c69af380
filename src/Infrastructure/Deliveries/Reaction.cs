using RelateBot.Domain;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>What became of a person's emoji on a message: one thanks at most, whatever order the platform tells of it in.</summary>
public sealed class Reaction : IOrganisationScoped
{
    public required Guid OrganisationId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>
    /// The message, the person who reacted and, after a colon, which variant of the emoji, in the platform's own words; unique within
    /// the workspace.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The act that it gave, or shares with another variant; null once it is taken away.</summary>
    public Guid? ActId { get; set; }

    /// <summary>When it was last put there or taken away (UTC), by the platform's clock.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
