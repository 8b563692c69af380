using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Slack.Text;

namespace RelateBot.Bot.Slack.Events;

/// <summary>What a person says to the bot in a message, if they say anything to it at all.</summary>
internal static partial class BotMessageParser
{
    /// <summary>
    /// Null when nothing is said to the bot in a channel: its name stands somewhere in a message rather than at the beginning, or all of
    /// it is code and quotes. In direct messages all is said to the bot.
    /// </summary>
    public static IncomingText? Read(MessageEvent message, string? botUserId)
    {
        var text = WithoutFooter(message.Blocks ?? SlackText.ReadMessage(message.Text ?? ""));
        var addressed = SlackText.AfterMentionOf(botUserId, text);
        if (addressed is null && message.Type == "app_mention")
        {
            return null;
        }

        var words = addressed ?? text;
        var isQuoteAlone = words.Spans.Any(IsQuoted) && words.Spans.All(span => IsQuoted(span) || IsBlank(span));
        return isQuoteAlone && message.ChannelType != MessageEvent.DirectMessages ? null : words;
    }

    /// <summary>Assistants sign what they post for somebody in a last line, in which they mention themselves.</summary>
    private static IncomingText WithoutFooter(IncomingText text)
    {
        for (var i = text.Spans.Length - 1; i >= 0; i--)
        {
            if (text.Spans[i] is not IncomingSpan.Words { Text: var words })
            {
                continue;
            }

            if (Footer().Match(words) is { Success: true, Index: var start })
            {
                return new IncomingText(start == 0
                    ? [.. text.Spans.Take(i)]
                    : [.. text.Spans.Take(i), new IncomingSpan.Words(words[..start])]);
            }

            if (words.Contains('\n', StringComparison.Ordinal))
            {
                break;
            }
        }

        return text;
    }

    private static bool IsQuoted(IncomingSpan span) => span is IncomingSpan.Verbatim or IncomingSpan.QuotedMention;

    private static bool IsBlank(IncomingSpan span) => span is IncomingSpan.Words { Text: var words } && string.IsNullOrWhiteSpace(words);

    [GeneratedRegex(
        @"\n\s*[_*]*(?:sent|posted|written|drafted|generated|created) (?:using|via|with|by|from)(?!\p{L})[^\n]*\z",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Footer();
}
