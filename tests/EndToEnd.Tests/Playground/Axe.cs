using Microsoft.Playwright;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>Looks for barriers with axe-core (npm), which is taken from the file or folder that <c>RELATEBOT_AXE</c> names, else from the tools that the build installed.</summary>
internal static class Axe
{
    private static readonly string? Script = Find();

    /// <summary>Skips the test where axe-core is not installed.</summary>
    public static void Require() => Requirement.Check(
        "chromium", Script is null ? "Install axe-core (npm install --prefix artifacts/tools axe-core@4, or set RELATEBOT_AXE to its axe.min.js); the page is checked for barriers with it." : null);

    /// <summary>Everything serious or critical on the page as it is now, a line each.</summary>
    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script!));
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(violation => ['serious', 'critical'].includes(violation.impact))
              .flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html} ${node.failureSummary}`))
            """);
    }

    private static string? Find()
    {
        List<string> places = [];
        if (Environment.GetEnvironmentVariable("RELATEBOT_AXE") is { Length: > 0 } named)
        {
            places.AddRange([named, Path.Combine(named, "axe.min.js")]);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            places.Add(Path.Combine(folder.FullName, "node_modules", "axe-core", "axe.min.js"));
            places.Add(Path.Combine(folder.FullName, "artifacts", "tools", "node_modules", "axe-core", "axe.min.js"));
        }

        return places.Find(File.Exists);
    }
}
