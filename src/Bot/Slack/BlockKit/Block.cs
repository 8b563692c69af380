using System.Text.Json.Serialization;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>A block of a message or a view: https://docs.slack.dev/reference/block-kit/blocks</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichTextBlock), "rich_text")]
[JsonDerivedType(typeof(ContextBlock), "context")]
[JsonDerivedType(typeof(ActionsBlock), "actions")]
[JsonDerivedType(typeof(InputBlock), "input")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
[JsonDerivedType(typeof(TableBlock), "table")]
public abstract record Block
{
    public string? BlockId { get; init; }
}
