using RelateBot.Domain;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>A message as the playground, which is its own chat server, keeps it.</summary>
public sealed class PlaygroundMessage : IOrganisationScoped
{
    /// <summary>The outbox message's id, so that sending twice keeps one; or a new one for what a person wrote.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>A channel (<c>#general</c>) or the direct messages with somebody (<c>@mark</c>).</summary>
    public required string Conversation { get; init; }

    /// <summary>The account that wrote it; null for the bot.</summary>
    public string? Author { get; init; }

    /// <summary>The only account that sees it; null for everybody in the conversation.</summary>
    public string? VisibleTo { get; init; }

    /// <summary>The neutral message as JSON.</summary>
    public required string Content { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsEdited { get; set; }
}
