using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>
/// Text in runs instead of markup, so that nobody's words can become a mention or a link: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
/// </summary>
public sealed record RichTextBlock(ImmutableArray<RichTextContainer> Elements) : Block;
