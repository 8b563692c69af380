using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>Creates new posts for the outbox, with content and destination as they are stored.</summary>
internal static class OutboxPost
{
    /// <summary>Creates a post with a message.</summary>
    public static OutboxMessage Create(
        DateTimeOffset now,
        Guid organisationId,
        Guid workspaceId,
        string conversation,
        Destination destination,
        ChatMessage message,
        string purpose,
        Guid? actId,
        Guid? personId,
        DateTimeOffset? notAfter,
        Guid? authorId = null) => new()
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = organisationId,
            WorkspaceId = workspaceId,
            Conversation = conversation,
            Operation = OutboxOperation.Post,
            Destination = JsonSerializer.Serialize(destination, ChatJson.Readable.Destination),
            Content = JsonSerializer.Serialize(message, ChatJson.Readable.ChatMessage),
            ActId = actId,
            Purpose = purpose,
            PersonId = personId,
            AuthorId = authorId,
            NotAfter = notAfter,
            CreatedAt = now,
        };

    /// <summary>Creates the post that replaces a waiting message and goes to this account.</summary>
    public static OutboxMessage Create(OutboxMessage waiting, Identity account, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OrganisationId = waiting.OrganisationId,
        WorkspaceId = account.WorkspaceId,
        Conversation = waiting.Conversation,
        Operation = OutboxOperation.Post,
        Destination = JsonSerializer.Serialize(new Destination.ToPerson(account.ExternalId), ChatJson.Readable.Destination),
        Content = waiting.Content,
        ActId = waiting.ActId,
        Purpose = waiting.Purpose,
        PersonId = waiting.PersonId,
        AuthorId = waiting.AuthorId,
        CreatedAt = now,
    };
}
