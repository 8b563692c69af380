using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/blocks/context-block</summary>
public sealed record ContextBlock(ImmutableArray<TextObject> Elements) : Block;
