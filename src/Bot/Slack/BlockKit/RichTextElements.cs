using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>A run of rich text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichTextText), "text")]
[JsonDerivedType(typeof(RichTextUserMention), "user")]
[JsonDerivedType(typeof(RichTextLink), "link")]
[JsonDerivedType(typeof(RichTextEmoji), "emoji")]
public abstract record RichTextElement;

/// <summary>A paragraph or a quotation in rich text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichTextSection), "rich_text_section")]
[JsonDerivedType(typeof(RichTextQuote), "rich_text_quote")]
public abstract record RichTextContainer(ImmutableArray<RichTextElement> Elements);

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/rich-text-section-element</summary>
public sealed record RichTextSection(ImmutableArray<RichTextElement> Elements) : RichTextContainer(Elements);

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/rich-text-quote-element</summary>
public sealed record RichTextQuote(ImmutableArray<RichTextElement> Elements) : RichTextContainer(Elements);

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/text-element</summary>
public sealed record RichTextText(string Text, RichTextStyle? Style = null) : RichTextElement;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/link-element</summary>
public sealed record RichTextLink(string Url, string Text) : RichTextElement;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/emoji-element</summary>
public sealed record RichTextEmoji(string Name) : RichTextElement;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/user-element</summary>
public sealed record RichTextUserMention(string UserId) : RichTextElement;

/// <summary>The style of a rich text run.</summary>
public sealed record RichTextStyle(bool Bold);
