using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/blocks/actions-block</summary>
public sealed record ActionsBlock(ImmutableArray<BlockElement> Elements) : Block;
