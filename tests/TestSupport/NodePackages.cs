namespace RelateBot.TestSupport;

/// <summary>npm packages for some tests. They're installed on the test machine and aren't part of the repository.</summary>
public static class NodePackages
{
    /// <summary>
    /// Returns the folder whose node_modules contains all of them, or null. <c>RELATEBOT_TOOLS</c> can name another folder.
    /// </summary>
    public static string? Find(IReadOnlyCollection<string> packages, params IEnumerable<string> places) =>
        Places(places).FirstOrDefault(place => packages.All(package => Directory.Exists(Path.Combine(place, "node_modules", package))));

    /// <summary>Why a test that needs them can't run. Null when it can.</summary>
    public static string? WhyAbsent(string? found, string install, string why) => (found, HasNode()) switch
    {
        (_, false) => $"Install Node 20 or newer; {why}.",
        (null, _) => $"Run npm install --prefix artifacts/tools {install}, or set RELATEBOT_TOOLS to a node_modules that has them; {why}.",
        _ => null,
    };

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));

    private static IEnumerable<string> Places(IEnumerable<string> more)
    {
        if (Environment.GetEnvironmentVariable("RELATEBOT_TOOLS") is { Length: > 0 } tools)
        {
            yield return Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(tools))!;
        }

        foreach (var place in more)
        {
            yield return place;
        }

        yield return Path.Combine(Repository.Root, "artifacts", "tools");
    }
}
