using System.Diagnostics;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Slack;

/// <summary>Runs tests/tools/blocks/validate-blocks.mjs: Slack's own types and documented limits, warnings as errors.</summary>
internal static class BlockChecker
{
    private static readonly string Script = Path.Combine(Repository.Root, "tests", "tools", "blocks", "validate-blocks.mjs");

    /// <summary>A folder with a node_modules that has the packages it needs.</summary>
    private static readonly string? Modules = Places().FirstOrDefault(place => Directory.Exists(Path.Combine(place, "node_modules", "@slack", "types"))
        && Directory.Exists(Path.Combine(place, "node_modules", "typescript")));

    /// <summary>Skips the test where Node or the packages are missing.</summary>
    public static void Require() => Requirement.Check("node", (Modules, HasNode()) switch
    {
        (_, false) => "Install Node 20 or newer; every message to Slack is judged by Slack's own types with it.",
        (null, _) => "Run npm install --prefix artifacts/tools @slack/types@3.2.0 typescript@7.0.2, or set RELATEBOT_TOOLS to a node_modules that has them; every message to Slack is judged by Slack's own types.",
        _ => null,
    });

    /// <summary>What it says of these files, and whether it found nothing to complain of.</summary>
    public static async Task<(bool IsGood, string Said)> CheckAsync(IEnumerable<string> files)
    {
        var start = new ProcessStartInfo("node", [Script, "--modules", Modules!, "--warnings-as-errors", .. files])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return (node.ExitCode == 0, await output + await errors);
    }

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));

    private static IEnumerable<string> Places()
    {
        if (Environment.GetEnvironmentVariable("RELATEBOT_TOOLS") is { Length: > 0 } tools)
        {
            yield return Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(tools))!;
        }

        yield return Path.GetDirectoryName(Script)!;
        yield return Path.Combine(Repository.Root, "artifacts", "tools");
    }
}
