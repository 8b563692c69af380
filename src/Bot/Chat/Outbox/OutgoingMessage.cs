using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>A message on its way out, with all that a platform needs to address and draw it.</summary>
public sealed record OutgoingMessage
{
    /// <summary>The outbox's id of it: the same at every attempt, so that a platform can recognise a repeat.</summary>
    public required Guid Id { get; init; }

    /// <summary>Through which workspace it goes.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>To whom or where.</summary>
    public required Destination Destination { get; init; }

    /// <summary>What it says; null when a message is only taken back.</summary>
    public required ChatMessage? Content { get; init; }

    /// <summary>The same as it may be kept: sealed words stay sealed.</summary>
    public required ChatMessage? Kept { get; init; }

    /// <summary>When it was put into the outbox (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Account ids, in this workspace, of the people whom it mentions or addresses.</summary>
    public required FrozenDictionary<Guid, string> Accounts { get; init; }
}

/// <summary>Where a platform keeps a message that was sent.</summary>
/// <param name="Conversation">The platform's conversation id.</param>
/// <param name="Id">The platform's message id within it; empty where a message cannot be changed later.</param>
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
    /// A chat of several people with the bot, by their account ids in the workspace; only where
    /// <see cref="IChatPlatform.CanOpenGroupChatsAsync"/>.
    /// </summary>
    public sealed record ToGroup(ImmutableArray<string> ExternalIds) : Destination;

    /// <summary>A channel, by name (<c>#kudos</c>) or platform id.</summary>
    public sealed record ToChannel(string Channel) : Destination;

    /// <summary>The answer to a request: the platform's own <see cref="ChatRequest.ReplyAddress"/>.</summary>
    public sealed record ToReply(string Address, bool ReplacesOriginal) : Destination;
}
