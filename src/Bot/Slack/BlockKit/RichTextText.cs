namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/text-element</summary>
public sealed record RichTextText(string Text, RichTextStyle? Style = null) : RichTextElement;
