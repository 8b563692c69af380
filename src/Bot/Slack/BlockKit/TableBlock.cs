using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>Rows and columns, in messages only and one in each: https://docs.slack.dev/reference/block-kit/blocks/table-block</summary>
public sealed record TableBlock(ImmutableArray<ImmutableArray<TableBlock.RawText>> Rows) : Block
{
    public ImmutableArray<ColumnSetting>? ColumnSettings { get; init; }

    /// <summary>A cell.</summary>
    public sealed record RawText(string Text)
    {
        public string Type { get; } = "raw_text";
    }

    /// <summary>How a column is shown.</summary>
    public sealed record ColumnSetting
    {
        public string? Align { get; init; }

        public bool? IsWrapped { get; init; }
    }
}
