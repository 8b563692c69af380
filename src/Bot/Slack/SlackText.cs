using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Slack;

/// <summary>
/// Reads what somebody wrote in Slack: https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages. Only what Slack
/// itself put between &lt; and &gt; is a mention; what people typed arrives escaped and stays words.
/// </summary>
public static partial class SlackText
{
    public static IncomingText Read(string text)
    {
        var spans = ImmutableArray.CreateBuilder<IncomingSpan>();
        var words = new StringBuilder();
        var position = 0;
        foreach (Match match in Reference().Matches(text))
        {
            words.Append(Unescape(text[position..match.Index]));
            position = match.Index + match.Length;
            var span = ReadReference(match.Groups["what"].Value, Label(match));
            if (span is IncomingSpan.Words { Text: var plain })
            {
                words.Append(plain);
                continue;
            }

            Flush();
            spans.Add(span);
        }

        words.Append(Unescape(text[position..]));
        Flush();
        return new IncomingText(spans.ToImmutable());

        void Flush()
        {
            if (words.Length > 0)
            {
                spans.Add(new IncomingSpan.Words(words.ToString()));
                words.Clear();
            }
        }
    }

    /// <summary>A sentence to the bot without the mention of the bot at its start.</summary>
    public static IncomingText ReadAddressedTo(string? botUserId, string text)
    {
        var spans = Read(text).Spans;
        var sentence = spans is [IncomingSpan.Words { Text: var blank }, ..] && string.IsNullOrWhiteSpace(blank) ? spans.RemoveAt(0) : spans;
        return sentence switch
        {
            [IncomingSpan.Mention bot, IncomingSpan.Words { Text: var words }, .. var rest] when bot.ExternalId == botUserId =>
                new IncomingText([new IncomingSpan.Words(words.TrimStart(' ', ',', ':')), .. rest]),
            [IncomingSpan.Mention bot, .. var rest] when bot.ExternalId == botUserId => new IncomingText(rest),
            _ => new IncomingText(spans),
        };
    }

    private static IncomingSpan ReadReference(string what, string? label) => what switch
    {
        _ when User().Match(what) is { Success: true } user => new IncomingSpan.Mention(user.Groups["id"].Value, label),
        _ when Group().Match(what) is { Success: true } group => new IncomingSpan.GroupMention(group.Groups["id"].Value, label),
        ['#', .. var channel] => new IncomingSpan.Words($"#{label ?? channel}"),
        ['!', .. var special] => new IncomingSpan.Words(label ?? $"@{special}"),
        _ => new IncomingSpan.Words(label ?? Unescape(what)),
    };

    private static string? Label(Match match) => match.Groups["label"] is { Success: true, Length: > 0 } label ? Unescape(label.Value) : null;

    private static string Unescape(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"<(?<what>(?:[@#!]|https?:|mailto:|tel:)[^<>|]*)(?:\|(?<label>[^<>]*))?>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^@(?<id>[UW][A-Z0-9]+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex User();

    [GeneratedRegex(@"^!subteam\^(?<id>S[A-Z0-9]+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Group();
}
