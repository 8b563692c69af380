using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/rich-text-quote-element</summary>
public sealed record RichTextQuote(ImmutableArray<RichTextElement> Elements) : RichTextContainer(Elements);
