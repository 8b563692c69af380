using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Slack.Sending;

/// <summary>Messages that exist only on Slack.</summary>
internal static class SlackMessages
{
    public static ChatMessage NotConnected() =>
        ChatMessage.Of(ChatText.Of("I am still connecting to Slack, so I recorded nothing. Please try again in a minute."));

    /// <summary>What people can do in Slack besides commands.</summary>
    public static ImmutableArray<string> AlsoOffers(string thanksEmoji) =>
    [
        .. thanksEmoji.Length == 0
            ? []
            : ImmutableArray.Create($":{thanksEmoji}: on a message thanks its author; taking it away within ten minutes undoes that"),
        "“Thank for this” in a message's menu thanks its author, with your words",
        "The Home tab shows what you gave and received",
    ];

    /// <summary>Shown on a form whose private data were changed or have expired.</summary>
    public static string FormNotGood() =>
        "This form has been open for too long, or is not yours to send. Please close it and open it again; your words are still here to "
            + "copy.";

    public static ChatMessage OtherTeam() =>
        ChatMessage.Of(ChatText.Of(
            "I do not look after this Slack workspace, so I recorded nothing. Your administrator can tell you where I do."));
}
