namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/composition-objects/option-object</summary>
public sealed record OptionObject(TextObject Text, string Value);
