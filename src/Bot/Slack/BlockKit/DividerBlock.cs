namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/blocks/divider-block</summary>
public sealed record DividerBlock : Block;
