using System.Collections.Immutable;
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

/// <summary>https://docs.slack.dev/reference/block-kit/blocks/actions-block</summary>
public sealed record ActionsBlock(ImmutableArray<BlockElement> Elements) : Block;

/// <summary>https://docs.slack.dev/reference/block-kit/blocks/context-block</summary>
public sealed record ContextBlock(ImmutableArray<TextObject> Elements) : Block;

/// <summary>https://docs.slack.dev/reference/block-kit/blocks/divider-block</summary>
public sealed record DividerBlock : Block;

/// <summary>https://docs.slack.dev/reference/block-kit/blocks/header-block</summary>
public sealed record HeaderBlock(TextObject Text) : Block;

/// <summary>https://docs.slack.dev/reference/block-kit/blocks/input-block</summary>
public sealed record InputBlock : Block
{
    public required TextObject Label { get; init; }

    public required BlockElement Element { get; init; }

    public TextObject? Hint { get; init; }

    public bool Optional { get; init; }
}

/// <summary>
/// Text as separate runs instead of markup, so that user text can't become a mention or a link:
/// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
/// </summary>
public sealed record RichTextBlock(ImmutableArray<RichTextContainer> Elements) : Block;

/// <summary>
/// A table. Only messages can contain one, and at most one each: https://docs.slack.dev/reference/block-kit/blocks/table-block
/// </summary>
public sealed record TableBlock(ImmutableArray<ImmutableArray<TableBlock.RawText>> Rows) : Block
{
    public ImmutableArray<ColumnSetting>? ColumnSettings { get; init; }

    /// <summary>A table cell.</summary>
    public sealed record RawText(string Text)
    {
        public string Type { get; } = "raw_text";
    }

    /// <summary>Display settings of a column.</summary>
    public sealed record ColumnSetting
    {
        public string? Align { get; init; }

        public bool? IsWrapped { get; init; }
    }
}
