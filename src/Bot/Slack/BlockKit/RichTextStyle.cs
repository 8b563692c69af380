namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>How a run of rich text looks.</summary>
public sealed record RichTextStyle(bool Bold);
