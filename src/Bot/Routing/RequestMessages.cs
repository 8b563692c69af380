using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Routing;

/// <summary>Messages for requests that don't reach a feature, or that fail in one.</summary>
internal static class RequestMessages
{
    /// <summary>To a person of another organisation.</summary>
    public static ChatMessage Stranger() => ChatMessage.Of(ChatText.Of(
        "I look after the people of the organisation that invited you here, so I recorded nothing. A word from you in this channel gets "
            + "to them just as well."));

    /// <summary>After an unexpected error. The log has the error under the same id.</summary>
    public static ChatMessage WentWrong(string errorId) => ChatMessage.Of(ChatText.Of(
        $"Something went wrong on my side and nothing was recorded. Please try again; if it happens again, tell your administrator error "
            + $"{errorId}."));
}
