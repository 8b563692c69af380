namespace RelateBot.Bot.Tests.Slack;

/// <summary>Slack's own types and documented limits, warnings as errors.</summary>
internal static class BlockChecker
{
    private static readonly NodeTool tool = new(
        "blocks",
        "validate-blocks.mjs",
        "@slack/types@3.2.0 typescript@7.0.2",
        "every message to Slack is judged by Slack's own types",
        "@slack/types",
        "typescript");

    /// <summary>Skips the test where Node or the packages are missing.</summary>
    public static void Require() => tool.Require();

    /// <summary>What it says of these files, and whether it found nothing to complain of.</summary>
    public static Task<(bool IsGood, string Said)> CheckAsync(IEnumerable<string> files) =>
        tool.CheckAsync(["--warnings-as-errors", .. files]);
}
