namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/user-element</summary>
public sealed record RichTextUserMention(string UserId) : RichTextElement;
