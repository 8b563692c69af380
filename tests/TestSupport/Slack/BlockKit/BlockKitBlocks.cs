using System.Text.Json;

namespace RelateBot.TestSupport.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/blocks</summary>
internal static class BlockKitBlocks
{
    private static readonly BlockKitRule anyBlock = BlockKitRules.Typed(
        Shape("section", [], new()
        {
            ["text"] = BlockKitObjects.AnyText(3000),
            ["fields"] = BlockKitRules.List(1, 10, BlockKitObjects.AnyText(2000)),
            ["accessory"] = BlockKitElements.InSection,
            ["expand"] = BlockKitRules.Flag,
        }) with
        { Also = NeedsTextOrFields },
        Shape("header", ["text"], new() { ["text"] = BlockKitObjects.PlainText(150) }),
        Shape("divider", [], new()),
        Shape("context", ["elements"], new() { ["elements"] = BlockKitRules.List(1, 10, ContextElement) }),
        Shape("actions", ["elements"], new() { ["elements"] = BlockKitRules.List(1, 25, BlockKitElements.InActions) }),
        Shape("image", ["image_url", "alt_text"], new()
        {
            ["image_url"] = BlockKitRules.Url,
            ["alt_text"] = BlockKitRules.Text(2000, least: 0),
            ["title"] = BlockKitObjects.PlainText(2000),
        }),
        Shape("input", ["label", "element"], new()
        {
            ["label"] = BlockKitObjects.PlainText(2000),
            ["element"] = BlockKitElements.InInput,
            ["hint"] = BlockKitObjects.PlainText(2000),
            ["optional"] = BlockKitRules.Flag,
            ["dispatch_action"] = BlockKitRules.Flag,
        }) with
        { Also = static (scan, _, _) => scan.Inputs++ },
        Shape("rich_text", ["elements"], new() { ["elements"] = BlockKitRules.List(0, int.MaxValue, BlockKitRules.Anything) }),
        Shape("table", ["rows"], new()
        {
            ["rows"] = BlockKitRules.List(1, 100, BlockKitRules.List(1, 20, BlockKitRules.Anything)),
            ["column_settings"] = BlockKitRules.List(0, 20, BlockKitRules.Anything),
        }) with
        { Also = OneTableInAMessage });

    public static BlockKitRule Block { get; } = static (scan, value, at) =>
    {
        scan.StartBlock();
        anyBlock(scan, value, at);
    };

    private static BlockKitShape Shape(string type, string[] required, BlockKitProperties properties) => new()
    {
        Type = type,
        Properties = properties.And(new() { ["block_id"] = BlockKitRules.BlockId }),
        Required = required,
    };

    private static void ContextElement(BlockKitScan scan, JsonElement value, string at)
    {
        var isImage = value.ValueKind is JsonValueKind.Object && value.TryGetProperty("type", out var type) && type.ValueEquals("image");
        (isImage ? BlockKitElements.Image.Check : BlockKitObjects.AnyText(3000))(scan, value, at);
    }

    private static void NeedsTextOrFields(BlockKitScan scan, JsonElement block, string at)
    {
        if (!block.TryGetProperty("text", out _) && !block.TryGetProperty("fields", out _)) scan.Find(at, "must have text or fields");
    }

    private static void OneTableInAMessage(BlockKitScan scan, JsonElement block, string at)
    {
        if (!scan.InMessage) scan.Find(at, "only allowed in messages");
        if (++scan.Tables > 1) scan.Find(at, "only one table allowed");
    }
}
