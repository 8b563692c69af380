using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>A paragraph or a quotation of rich text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichTextSection), "rich_text_section")]
[JsonDerivedType(typeof(RichTextQuote), "rich_text_quote")]
public abstract record RichTextContainer(ImmutableArray<RichTextElement> Elements);
