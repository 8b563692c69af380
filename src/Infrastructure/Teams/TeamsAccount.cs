using RelateBot.Domain;

namespace RelateBot.Infrastructure.Teams;

/// <summary>How somebody is reached in Teams. Who they are says their identity, by the same <see cref="ExternalId"/>.</summary>
public sealed class TeamsAccount : IOrganisationScoped
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>Their Entra object id; unique within the workspace.</summary>
    public required string ExternalId { get; init; }

    /// <summary>How Teams names them to this bot, <c>29:…</c>; mentions have nothing else.</summary>
    public required string UserId { get; set; }

    /// <summary>Their personal chat with the bot, once there is one.</summary>
    public string? ConversationId { get; set; }

    /// <summary>A conversation in whose roster they are.</summary>
    public required string SeenIn { get; set; }

    /// <summary>Where the connector is.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>Since when they want no messages: they blocked the bot or removed it (UTC). Over when they write again.</summary>
    public DateTimeOffset? BlockedAt { get; set; }
}
