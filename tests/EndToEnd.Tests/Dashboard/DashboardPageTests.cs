using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using RelateBot.EndToEnd.Tests.Playground;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace RelateBot.EndToEnd.Tests.Dashboard;

/// <summary>The pages in Chromium, with the demo's figures.</summary>
public sealed partial class DashboardPageTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private static readonly ViewportSize Phone = new() { Width = 360, Height = 740 };
    private readonly List<IPage> pages = [];
    private readonly List<string> complaints = [];
    private PlaygroundUnderTest playground = null!;

    public async Task InitializeAsync()
    {
        playground = await PlaygroundUnderTest.StartAsync(
            new FakeTimeProvider(TestTime.Start),
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Organisation:Admins"] = "nadia@fernhill.example",
                ["Privacy:MinimumGroup"] = "3"
            });
        await playground.Bot.Services.GetRequiredService<Projector>().DrainAsync(null, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        foreach (var page in pages)
        {
            await page.Context.DisposeAsync();
        }

        await playground.DisposeAsync();
    }

    [SkippableFact]
    public async Task Charts_are_drawn_and_each_has_its_table_behind_it()
    {
        var page = await EnterAsync();

        foreach (var figure in await page.Locator("[data-chart]:has(details)").AllAsync())
        {
            await Expect(figure.Locator("canvas").First).ToBeVisibleAsync();
            await Expect(figure.Locator("table")).ToBeHiddenAsync();
            await figure.Locator("summary").ClickAsync();
            await Expect(figure.Locator("table")).ToBeVisibleAsync();
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Chord" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("chart=chord", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.Locator("#flows canvas").First).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    [SkippableFact]
    public async Task Everything_is_there_without_script()
    {
        var page = await EnterAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });

        await Expect(page.Locator("#flows table")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Department" }).SelectOptionAsync("IT");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "IT", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator("#trend table")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Keys_alone_choose_a_period_and_sign_out()
    {
        var page = await EnterAsync();

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Period" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("period=2026-09", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task On_a_phone_nothing_is_cut_off_and_on_paper_the_tables_are_open()
    {
        var page = await EnterAsync(new BrowserNewContextOptions { ViewportSize = Phone, IsMobile = true, HasTouch = true });
        Assert.Equal(
            Phone.Width,
            await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth)"));

        await page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator("#flows table")).ToBeVisibleAsync();
        await Expect(page.Locator(".picker")).ToBeHiddenAsync();
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious(ColorScheme scheme)
    {
        Axe.Require();
        var page = await EnterAsync(new BrowserNewContextOptions { ColorScheme = scheme, BypassCSP = true });
        await NothingSeriousAsync("the organisation");

        foreach (var summary in await page.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        await NothingSeriousAsync("open tables");
        await page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        await page.GotoAsync($"{playground.Address}dashboard?department=IT");
        await NothingSeriousAsync("a department on a phone");
        await page.GotoAsync($"{playground.Address}dashboard?department=Nowhere");
        await NothingSeriousAsync("a refusal");
        await page.GotoAsync(await LinkAsync());
        await NothingSeriousAsync("the door");

        async Task NothingSeriousAsync(string place)
        {
            var found = await Axe.SeriousAsync(page);
            Assert.True(found.Count == 0, $"On {place}: {string.Join('\n', found)}");
        }
    }

    private async Task<IPage> EnterAsync(BrowserNewContextOptions? options = null)
    {
        var page = await browser.OpenAsync(options);
        pages.Add(page);
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(await LinkAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        if (options?.JavaScriptEnabled ?? true)
        {
            // Until the script is done, every table is open, so a faster test would see a different page.
            await Expect(page.Locator("html[data-ready]")).ToBeAttachedAsync();
        }

        return page;
    }

    private async Task<string> LinkAsync()
    {
        await using var nadia = await playground.OpenAsync("nadia");
        await playground.SayAsync("nadia", "@nadia", "/relate dashboard");
        return Link().Match((await nadia.MessageAsync(message => message["author"] is null)).ToJsonString()).Value;
    }

    [GeneratedRegex(@"http[^""\s]+/dashboard/open/[\w-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
