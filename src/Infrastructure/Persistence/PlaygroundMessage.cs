using RelateBot.Domain;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>A message in the playground, which is its own chat server.</summary>
public sealed class PlaygroundMessage : IOrganisationScoped
{
    /// <summary>The outbox message's id, so that sending twice stores one message; a new id for messages from people.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>A channel (<c>#general</c>) or a person's direct messages (<c>@mark</c>).</summary>
    public required string Conversation { get; init; }

    /// <summary>The account that wrote it; null for the bot.</summary>
    public string? Author { get; init; }

    /// <summary>The only account that can see it; null for everyone in the conversation.</summary>
    public string? VisibleTo { get; init; }

    /// <summary>The platform-neutral message as JSON.</summary>
    public required string Content { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsEdited { get; set; }
}
