using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>A message to send, with everything that a platform needs to address and draw it.</summary>
public sealed record OutgoingMessage
{
    /// <summary>The message's id in the outbox. It is the same at every attempt, so that a platform can recognise a repeat.</summary>
    public required Guid Id { get; init; }

    /// <summary>The workspace that sends it.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>The receiver or place.</summary>
    public required Destination Destination { get; init; }

    /// <summary>The content; null when a message is deleted.</summary>
    public required ChatMessage? Content { get; init; }

    /// <summary>The same content as it may be stored: sealed text stays encrypted.</summary>
    public required ChatMessage? Kept { get; init; }

    /// <summary>When it was added to the outbox (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Account ids in this workspace of the people who are mentioned or addressed, by person.</summary>
    public required FrozenDictionary<Guid, string> Accounts { get; init; }
}

/// <summary>Identifies a sent message on its platform.</summary>
/// <param name="Conversation">The platform's conversation id.</param>
/// <param name="Id">The platform's message id within the conversation; empty where a message can't be changed later.</param>
public sealed record SentMessage(string Conversation, string Id);

/// <summary>Where a message goes.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(ToPerson), "person")]
[JsonDerivedType(typeof(ToGroup), "group")]
[JsonDerivedType(typeof(ToChannel), "channel")]
[JsonDerivedType(typeof(ToReply), "reply")]
public abstract record Destination
{
    private Destination()
    {
    }

    /// <summary>A direct message to a person, by their account id in the workspace.</summary>
    public sealed record ToPerson(string ExternalId) : Destination;

    /// <summary>
    /// A group chat of the bot and several people, by their account ids in the workspace. Works only where <see
    /// cref="IChatPlatform.CanOpenGroupChatsAsync"/> is true.
    /// </summary>
    public sealed record ToGroup(ImmutableArray<string> ExternalIds) : Destination;

    /// <summary>A channel, by name (<c>#kudos</c>) or platform id.</summary>
    public sealed record ToChannel(string Channel) : Destination;

    /// <summary>The answer to a request, sent to its <see cref="ChatRequest.ReplyAddress"/>.</summary>
    public sealed record ToReply(string Address, bool ReplacesOriginal) : Destination;
}
