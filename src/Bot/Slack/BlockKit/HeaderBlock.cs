namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/blocks/header-block</summary>
public sealed record HeaderBlock(TextObject Text) : Block;
