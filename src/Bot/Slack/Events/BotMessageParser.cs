using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Slack.Text;

namespace RelateBot.Bot.Slack.Events;

/// <summary>Extracts the part of a message that is addressed to the bot.</summary>
internal static partial class BotMessageParser
{
    /// <summary>
    /// Returns null when the message isn't addressed to the bot: a channel message doesn't start with its name, or the rest is only code
    /// and quotes.
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
        return words.Spans.Any(span => span is IncomingSpan.Verbatim)
            && words.Spans.All(span => span is IncomingSpan.Verbatim || IsBlank(span)) ? null : words;
    }

    /// <summary>AI assistants add a last line that mentions them when they post for a person.</summary>
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

    private static bool IsBlank(IncomingSpan span) => span is IncomingSpan.Words { Text: var words } && string.IsNullOrWhiteSpace(words);

    [GeneratedRegex(
        @"\n\s*[_*]*(?:sent|posted|written|drafted|generated|created) (?:using|via|with|by|from)(?!\p{L})[^\n]*\z",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Footer();
}
