using System.Diagnostics;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests;

/// <summary>Runs a script of a folder of tests/tools, with a node_modules that has the packages it needs.</summary>
internal sealed class NodeTool(string folder, string script, string install, string why, params string[] packages)
{
    private readonly string script = Path.Combine(Repository.Root, "tests", "tools", folder, script);

    private readonly string? modules = Places(folder).FirstOrDefault(place => packages.All(package => Directory.Exists(Path.Combine(place, "node_modules", package))));

    /// <summary>Skips the test where Node or the packages are missing.</summary>
    public void Require() => Requirement.Check("node", (modules, HasNode()) switch
    {
        (_, false) => $"Install Node 20 or newer; {why}.",
        (null, _) => $"Run npm install --prefix artifacts/tools {install}, or set RELATEBOT_TOOLS to a node_modules that has them; {why}.",
        _ => null,
    });

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

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));

    private static IEnumerable<string> Places(string folder)
    {
        if (Environment.GetEnvironmentVariable("RELATEBOT_TOOLS") is { Length: > 0 } tools)
        {
            yield return Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(tools))!;
        }

        yield return Path.Combine(Repository.Root, "tests", "tools", folder);
        yield return Path.Combine(Repository.Root, "artifacts", "tools");
    }
}
