namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/link-element</summary>
public sealed record RichTextLink(string Url, string Text) : RichTextElement;
