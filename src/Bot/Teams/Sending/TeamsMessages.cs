using System.Collections.Frozen;
using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams.Sending;

/// <summary>Creates outgoing activities.</summary>
internal static class TeamsMessages
{
    public const string CommandNote = "In a channel or a group chat, mention me first.";

    /// <summary>What people can do in Teams besides writing, shown in the help.</summary>
    public static readonly ImmutableArray<string> AlsoOffers =
    [
        "Say thanks, in the menu of a message, thanks its author",
        "Find help, among the apps where you write, drops what somebody offers into a chat",
        "A thumbs up or a heart on a post of mine is a +1",
    ];

    /// <summary>Creates a message. <paramref name="viewers"/>: Teams ids of the people with their own view of it.</summary>
    public static Activity Of(OutgoingMessage message, params IReadOnlyList<string> viewers)
    {
        var content = message.Content ?? throw new InvalidOperationException("A message without content can't be sent.");
        return Of(CardRenderer.Render(content, message.Accounts, viewers), content.Summary);
    }

    /// <summary>Creates a card. The summary is shown in notifications.</summary>
    public static Activity Of(AdaptiveCard card, string summary) =>
        new() { Type = "message", Summary = CardRenderer.Summary(summary), Attachments = [Attachment.Of(card)] };

    /// <summary>Replaces a message that can't be deleted.</summary>
    public static Activity Withdrawn() =>
        Of(
            CardRenderer.Render(ChatMessage.Of(ChatText.Of("This message was withdrawn.")), FrozenDictionary<Guid, string>.Empty),
            "This message was withdrawn.");

    /// <summary>Lists the errors of a submitted form.</summary>
    public static ChatReply.Answer Faults(ChatReply.FormErrors errors) =>
        new(ChatMessage.Of(ChatText.Of($"Not sent yet. {string.Join(' ', errors.Errors.Values.Distinct(StringComparer.Ordinal))}")));
}
