using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Slack;

/// <summary>What only this platform has to say.</summary>
internal static class SlackMessages
{
    public static ChatMessage NotConnected() =>
        ChatMessage.Of(ChatText.Of("I am still connecting to Slack, so I recorded nothing. Please try again in a minute."));

    public static ChatMessage OtherTeam() =>
        ChatMessage.Of(ChatText.Of("I do not look after this Slack workspace, so I recorded nothing. Your administrator can tell you where I do."));
}
