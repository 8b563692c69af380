using System.Text.Json;

namespace RelateBot.TestSupport.Slack.BlockKit;

/// <summary>
/// Slack's rules for the blocks and views that the bot uses. Unlisted types and properties are refused. Numbers:
/// https://docs.slack.dev/reference/block-kit and https://docs.slack.dev/reference/views
/// </summary>
public static class BlockKitLimits
{
    private const int MessageBlocks = 50;
    private const int ViewBlocks = 100;

    // Undocumented. Slack has returned msg_blocks_too_long from about this size on (slackapi/bolt-js#2509).
    private const int MessageBlockText = 12_000;

    private static readonly BlockKitShape modal = new()
    {
        Type = "modal",
        Properties = new()
        {
            ["title"] = BlockKitObjects.PlainText(24),
            ["submit"] = BlockKitObjects.PlainText(24),
            ["close"] = BlockKitObjects.PlainText(24),
            ["blocks"] = BlockKitRules.List(0, ViewBlocks, BlockKitBlocks.Block),
            ["private_metadata"] = BlockKitRules.Text(3000, least: 0),
            ["callback_id"] = BlockKitRules.Text(255, least: 0),
            ["external_id"] = BlockKitRules.Text(255, least: 0),
            ["clear_on_close"] = BlockKitRules.Flag,
            ["notify_on_close"] = BlockKitRules.Flag,
            ["submit_disabled"] = BlockKitRules.Flag,
        },
        Required = ["title", "blocks"],
        Also = (scan, view, at) =>
        {
            if (scan.Inputs > 0 && !view.TryGetProperty("submit", out _)) scan.Find(at, "missing required field: submit");
        },
    };

    private static readonly BlockKitShape home = new()
    {
        Type = "home",
        Properties = new()
        {
            ["blocks"] = BlockKitRules.List(0, ViewBlocks, BlockKitBlocks.Block),
            ["private_metadata"] = BlockKitRules.Text(3000, least: 0),
            ["callback_id"] = BlockKitRules.Text(255, least: 0),
            ["external_id"] = BlockKitRules.Text(255, least: 0),
        },
        Required = ["blocks"],
    };

    public static IReadOnlyList<BlockKitFinding> CheckMessage(JsonElement blocks, string at = "/blocks")
    {
        var scan = new BlockKitScan { InMessage = true };
        BlockKitRules.List(0, MessageBlocks, BlockKitBlocks.Block)(scan, blocks, at);
        if (scan.TextLength > MessageBlockText)
            scan.Find(at, $"must be less than {MessageBlockText + 1} characters in all (has {scan.TextLength})", isTotal: true);
        return scan.Findings;
    }

    /// <summary>The type is "modal" or "home".</summary>
    public static IReadOnlyList<BlockKitFinding> CheckView(JsonElement view, string type)
    {
        var scan = new BlockKitScan();
        (type is "home" ? home : modal).Check(scan, view, "/view");
        return scan.Findings;
    }
}
