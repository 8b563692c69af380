using System.Text.RegularExpressions;
using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Slack.Text;

/// <summary>
/// Reads message text from Slack: https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages. Only text that Slack put
/// between &lt; and &gt; is a mention. Text that people typed is escaped and stays text.
/// </summary>
public static partial class SlackText
{
    public static IncomingText Read(string text)
    {
        var writer = new IncomingTextWriter();
        Read(text, writer);
        return writer.ToText();
    }

    /// <summary>Reads a message without rich text, in which code and quotations are recognised by their markers.</summary>
    public static IncomingText ReadMessage(string text)
    {
        var writer = new IncomingTextWriter();
        var position = 0;
        foreach (Match match in CodeOrQuote().Matches(text))
        {
            Read(text[position..match.Index], writer);
            writer.Verbatim(Unescape(match.Value));
            position = match.Index + match.Length;
        }

        Read(text[position..], writer);
        return writer.ToText();
    }

    /// <summary>Returns the text after a mention of an account at the start, or null when the text doesn't start with it.</summary>
    public static IncomingText? AfterMentionOf(string? userId, IncomingText text)
    {
        var spans = text.Spans is [IncomingSpan.Words { Text: var blank }, .. var others] && string.IsNullOrWhiteSpace(blank)
            ? others
            : text.Spans;
        return spans switch
        {
            [IncomingSpan.Mention mention, IncomingSpan.Words { Text: var words }, .. var rest] when mention.ExternalId == userId =>
                new IncomingText(words.TrimStart(' ', ',', ':') is { Length: > 0 } left
                    ? [new IncomingSpan.Words(left), .. rest]
                    : [.. rest]),
            [IncomingSpan.Mention mention, .. var rest] when mention.ExternalId == userId => new IncomingText([.. rest]),
            _ => null,
        };
    }

    private static void Read(string text, IncomingTextWriter writer)
    {
        var position = 0;
        foreach (Match match in Reference().Matches(text))
        {
            writer.Words(Unescape(text[position..match.Index]));
            position = match.Index + match.Length;
            var span = ReadReference(match.Groups["what"].Value, Label(match));
            if (span is IncomingSpan.Words { Text: var plain })
            {
                writer.Words(plain);
            }
            else
            {
                writer.Add(span);
            }
        }

        writer.Words(Unescape(text[position..]));
    }

    private static IncomingSpan ReadReference(string what, string? label) => what switch
    {
        _ when User().Match(what) is { Success: true } user => new IncomingSpan.Mention(user.Groups["id"].Value, label),
        _ when Group().Match(what) is { Success: true } group => new IncomingSpan.GroupMention(group.Groups["id"].Value, label),
        ['#', .. var channel] => new IncomingSpan.Words($"#{label ?? channel}"),
        ['!', .. var special] => new IncomingSpan.Words(label ?? $"@{special}"),
        _ => new IncomingSpan.Words(label ?? Unescape(what)),
    };

    private static string? Label(Match match) =>
        match.Groups["label"] is { Success: true, Length: > 0 } label ? Unescape(label.Value) : null;

    private static string Unescape(string text) =>
        text
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(
        @"<(?<what>(?:[@#!]|https?:|mailto:|tel:)[^<>|]*)(?:\|(?<label>[^<>]*))?>",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"```.*?```|`[^`\n]+`|(?<=^|\n)&gt;[^\n]*", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeOrQuote();

    [GeneratedRegex(@"^@(?<id>[UW][A-Z0-9]{1,50})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex User();

    [GeneratedRegex(@"^!subteam\^(?<id>S[A-Z0-9]{1,50})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Group();
}
