using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/rich-text-section-element</summary>
public sealed record RichTextSection(ImmutableArray<RichTextElement> Elements) : RichTextContainer(Elements);
