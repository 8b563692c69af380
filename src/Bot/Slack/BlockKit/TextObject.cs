namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/composition-objects/text-object</summary>
public sealed record TextObject
{
    private TextObject(string type, string text) => (Type, Text) = (type, text);

    public string Type { get; }

    public string Text { get; }

    /// <summary>False: colons stay colons.</summary>
    public bool? Emoji { get; private init; }

    /// <summary>True: Slack makes no links of words that merely look like an address or a channel.</summary>
    public bool? Verbatim { get; private init; }

    /// <summary>Words without any markup, clipped.</summary>
    public static TextObject Plain(string text, int longest) => new("plain_text", Clip.To(text, longest)) { Emoji = false };

    /// <summary>Text that is markup already; see <see cref="Mrkdwn"/>.</summary>
    public static TextObject Markup(string mrkdwn) => new("mrkdwn", mrkdwn) { Verbatim = true };
}
