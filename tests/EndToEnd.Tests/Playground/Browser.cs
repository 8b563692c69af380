using Microsoft.Playwright;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>The installed Chromium, driven by Playwright. The tests of a class share it, and each opens its own windows.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly string? executable = FindOnPath();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (executable is null)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A window with a profile of its own. Skips the test where there is no Chromium.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Requirement.Check(
            "chromium",
            browser is null
                ? "Install Chromium so that it is on PATH (Debian: apt-get install chromium); the playground's page is tested in it."
                : null);
        options ??= new BrowserNewContextOptions();
        options.ReducedMotion ??= Microsoft.Playwright.ReducedMotion.Reduce;
        options.TimezoneId ??= "Pacific/Auckland";
        var context = await browser!.NewContextAsync(options);
        return await context.NewPageAsync();
    }

    private static string? FindOnPath() => (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        from name in Names
        let path = Path.Combine(folder, name)
        where File.Exists(path)
        select path).FirstOrDefault();
}
