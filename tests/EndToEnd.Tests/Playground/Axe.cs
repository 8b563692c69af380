using Microsoft.Playwright;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>
/// Looks for barriers with axe-core (npm), from the <c>node_modules</c> that <c>RELATEBOT_TOOLS</c> names, else from where <c>.ci/run</c>
/// puts it.
/// </summary>
internal static class Axe
{
    private static readonly string? Script = Find();

    /// <summary>Skips the test where axe-core is not installed.</summary>
    public static void Require() => Requirement.Check(
        "chromium",
        Script is null
            ? "Install axe-core (npm install --prefix artifacts/tools axe-core@4, or set RELATEBOT_TOOLS to a node_modules that has it); "
                + "the page is checked for barriers with it."
            : null);

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
        List<string> places = Environment.GetEnvironmentVariable("RELATEBOT_TOOLS") is { Length: > 0 } tools ? [tools] : [];
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            places.Add(Path.Combine(folder.FullName, "artifacts", "tools", "node_modules"));
        }

        return places.ConvertAll(place => Path.Combine(place, "axe-core", "axe.min.js")).Find(File.Exists);
    }
}
