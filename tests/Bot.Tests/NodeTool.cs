using System.Diagnostics;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests;

/// <summary>Runs a script from tests/tools with a node_modules that has the packages it needs.</summary>
internal sealed class NodeTool(string folder, string script, string install, string why, params string[] packages)
{
    private readonly string script = Path.Combine(Repository.Root, "tests", "tools", folder, script);

    private readonly string? modules = NodePackages.Find(packages, Path.Combine(Repository.Root, "tests", "tools", folder));

    /// <summary>Skips the test where Node or the packages are missing.</summary>
    public void Require() => Requirement.Check("node", NodePackages.WhyAbsent(modules, install, why));

    /// <summary>What it says of these files and options, and whether it found nothing to complain of.</summary>
    public async Task<(bool IsGood, string Said)> CheckAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node", [script, .. arguments, "--modules", modules!])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return (node.ExitCode == 0, await output + await errors);
    }
}
