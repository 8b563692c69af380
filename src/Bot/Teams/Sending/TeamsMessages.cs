using System.Collections.Frozen;
using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams.Sending;

/// <summary>Outgoing activities.</summary>
internal static class TeamsMessages
{
    public const string CommandNote = "In a channel or a group chat, mention me first.";

    /// <summary>What people can do besides writing, for the help.</summary>
    public static readonly ImmutableArray<string> AlsoOffers =
    [
        "Say thanks, in the menu of a message, thanks its author",
        "Find help, among the apps where you write, drops what somebody offers into a chat",
        "A thumbs up or a heart on a post of mine is a +1",
    ];

    /// <summary>A message; <paramref name="viewers"/>: Teams' ids of those to whom it looks different.</summary>
    public static Activity Of(OutgoingMessage message, params IReadOnlyList<string> viewers)
    {
        var content = message.Content ?? throw new InvalidOperationException("A message without content cannot be shown.");
        return Of(CardRenderer.Render(content, message.Accounts, viewers), content.Summary);
    }

    /// <summary>A card; the summary is what a notification shows.</summary>
    public static Activity Of(AdaptiveCard card, string summary) =>
        new() { Type = "message", Summary = CardRenderer.Summary(summary), Attachments = [Attachment.Of(card)] };

    /// <summary>In place of a message that cannot be deleted.</summary>
    public static Activity Withdrawn() =>
        Of(
            CardRenderer.Render(ChatMessage.Of(ChatText.Of("This message was withdrawn.")), FrozenDictionary<Guid, string>.Empty),
            "This message was withdrawn.");

    /// <summary>What is wrong with a form that came back.</summary>
    public static ChatReply.Answer Faults(ChatReply.FormErrors errors) =>
        new(ChatMessage.Of(ChatText.Of($"Not sent yet. {string.Join(' ', errors.Errors.Values.Distinct(StringComparer.Ordinal))}")));
}
