using System.Collections.Frozen;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams;

/// <summary>Outgoing activities.</summary>
internal static class TeamsMessages
{
    public static Activity Of(OutgoingMessage message)
    {
        var content = message.Content ?? throw new InvalidOperationException("A message without content cannot be shown.");
        return Of(CardRenderer.Render(content, message.Accounts), content.Summary);
    }

    /// <summary>A card; the summary is what a notification shows.</summary>
    public static Activity Of(AdaptiveCard card, string summary) => new() { Type = "message", Summary = CardRenderer.Summary(summary), Attachments = [Attachment.Of(card)] };

    /// <summary>In place of a message that cannot be deleted.</summary>
    public static Activity Withdrawn() =>
        Of(CardRenderer.Render(ChatMessage.Of(ChatText.Of("This message was withdrawn.")), FrozenDictionary<Guid, string>.Empty), "This message was withdrawn.");

    /// <summary>What is wrong with a form that came back.</summary>
    public static ChatReply.Answer Faults(ChatReply.FormErrors errors) => new(ChatMessage.Of(ChatText.Of($"Not sent yet. {string.Join(' ', errors.Errors.Values.Distinct(StringComparer.Ordinal))}")));
}
