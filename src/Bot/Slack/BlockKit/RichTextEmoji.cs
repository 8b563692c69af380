namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/emoji-element</summary>
public sealed record RichTextEmoji(string Name) : RichTextElement;
