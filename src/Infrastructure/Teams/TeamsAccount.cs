using RelateBot.Domain;

namespace RelateBot.Infrastructure.Teams;

/// <summary>How to reach a person in Teams. Their identity has the same <see cref="ExternalId"/>.</summary>
public sealed class TeamsAccount : IOrganisationScoped
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>The Entra object id; unique within the workspace.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The Teams user id for this bot, <c>29:…</c>. Mentions contain only this id.</summary>
    public required string UserId { get; set; }

    /// <summary>The person's chat with the bot; null until there is one.</summary>
    public string? ConversationId { get; set; }

    /// <summary>A conversation that the person is a member of.</summary>
    public required string SeenIn { get; set; }

    /// <summary>The connector's URL.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>When they blocked or removed the bot (UTC); null while they want messages. Cleared when they write again.</summary>
    public DateTimeOffset? BlockedAt { get; set; }
}
