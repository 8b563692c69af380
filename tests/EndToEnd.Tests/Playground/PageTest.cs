using Microsoft.Playwright;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>The base of browser tests: a playground, windows in it, and methods to read the page.</summary>
public abstract class PageTest(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private readonly List<IPage> pages = [];

    protected Browser Browser => browser;

    protected PlaygroundUnderTest Playground { get; private set; } = null!;

    public async Task InitializeAsync() => Playground = await PlaygroundUnderTest.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var page in pages)
        {
            await page.Context.DisposeAsync();
        }

        await Playground.DisposeAsync();
    }

    /// <summary>Opens a window and waits until what happens reaches it.</summary>
    protected async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        var page = await browser.OpenAsync(options);
        pages.Add(page);
        await page.GotoAsync(new Uri(Playground.Address, path).ToString());
        await Assertions.Expect(page.Locator("#timeline > *").First).ToBeAttachedAsync();
        return page;
    }

    protected static ILocator Words(IPage page) =>
        page.GetByRole(
            AriaRole.Textbox,
            new() { NameRegex = new("^Message ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) });

    protected static ILocator Offers(IPage page) => page.Locator("#offers").GetByRole(AriaRole.Option);

    protected static ILocator Messages(IPage page) => page.GetByRole(AriaRole.Article);

    protected static ILocator Message(IPage page, string words) => Messages(page).Filter(new() { HasText = words });

    protected static async Task SayAsync(IPage page, string words)
    {
        await Words(page).FillAsync(words);
        await Words(page).PressAsync("Enter");
    }
}
