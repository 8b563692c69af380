using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RelateBot.EndToEnd.Tests.Playground;

public sealed class PlaygroundAccessibilityTests(Browser browser) : PageTest(browser)
{
    private static readonly ViewportSize Phone = new() { Width = 360, Height = 740 };

    [SkippableFact]
    public async Task Everything_can_be_done_by_keyboard_alone()
    {
        var page = await OpenAsync("/?as=mark");
        await Expect(Words(page)).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("/th");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("@su");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("for the laptop");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Message(page, "You thanked Sue Park.")).ToBeVisibleAsync();
        await ReachAsync(page, "Shift+Tab", page.GetByRole(AriaRole.Button, new() { Name = "Undo" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(Message(page, "Taken back.")).ToBeFocusedAsync();

        await ReachAsync(page, "Shift+Tab", page.GetByRole(AriaRole.Link, new() { Name = "general" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "#general" })).ToBeVisibleAsync();
        await Expect(Words(page)).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("/thanks");
        await page.Keyboard.PressAsync("Enter");
        var form = page.GetByRole(AriaRole.Dialog, new() { Name = "Say thanks" });
        await Expect(form.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("raj");
        await page.Keyboard.PressAsync("Enter");
        await ReachAsync(page, "Tab", form.GetByLabel("What for"));
        await page.Keyboard.TypeAsync("the cable");
        await ReachAsync(page, "Tab", form.GetByRole(AriaRole.Button, new() { Name = "Send" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(form).ToBeHiddenAsync();
        await Expect(Words(page)).ToBeFocusedAsync();
        await Expect(Message(page, "You thanked Raj Patel.")).ToBeVisibleAsync();

        await ReachAsync(page, "Shift+Tab", page.Locator("#me"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("raj");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Message(page, "Mark Jensen thanks you.")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task New_messages_are_read_out()
    {
        var (mark, sue) = (await OpenAsync("/?as=mark"), await OpenAsync("/?as=sue"));

        await SayAsync(mark, "/thanks @sue for the laptop");

        await Expect(Message(sue, "Mark Jensen thanks you.")).ToBeVisibleAsync();
        await Expect(sue.Locator("[aria-live=polite]")).ToContainTextAsync("Mark Jensen");
    }

    [SkippableFact]
    public async Task On_a_phone_the_conversations_are_a_drawer_and_nothing_is_cut_off()
    {
        var page = await OpenAsync(
            "/?as=mark&in=kudos",
            new BrowserNewContextOptions { ViewportSize = Phone, IsMobile = true, HasTouch = true });
        var (menu, side) = (page.Locator("#menu"), page.Locator("#side"));
        await Expect(side).ToBeHiddenAsync();
        await NothingIsCutOffAsync(page);

        await menu.TapAsync();
        await Expect(side).ToBeVisibleAsync();
        await Expect(menu).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("Escape");
        await Expect(side).ToBeHiddenAsync();
        await Expect(menu).ToBeFocusedAsync();
        await menu.TapAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "general" }).TapAsync();
        await Expect(side).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "#general" })).ToBeVisibleAsync();

        await SayAsync(page, "/thanks");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await NothingIsCutOffAsync(page);
        var send = (await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Send" }).BoundingBoxAsync())!;
        Assert.True(
            send.X >= 0 && send.X + send.Width <= Phone.Width && send.Y + send.Height <= Phone.Height,
            "The form's button is out of reach.");
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious(ColorScheme scheme)
    {
        Axe.Require();
        var page = await OpenAsync("/?as=mark", new BrowserNewContextOptions { ColorScheme = scheme, BypassCSP = true });
        await NothingSeriousAsync("the welcome");

        await SayAsync(page, "/thanks @sue for the laptop #patience");
        await Expect(Message(page, "You thanked Sue Park.")).ToBeVisibleAsync();
        await NothingSeriousAsync("an answer");
        await Words(page).PressSequentiallyAsync("/thanks @r");
        await Expect(Offers(page).First).ToBeVisibleAsync();
        await NothingSeriousAsync("completion");
        await Words(page).FillAsync("");

        await page.GetByRole(AriaRole.Link, new() { Name = "kudos" }).ClickAsync();
        await Expect(Message(page, "Mark Jensen thanks Sue Park.")).ToBeVisibleAsync();
        await SayAsync(page, "/help");
        await Expect(Message(page, "Only visible to you")).ToBeVisibleAsync();
        await NothingSeriousAsync("a channel with a message only I see");
        await page.Locator("#clock").ClickAsync();
        await NothingSeriousAsync("the clock");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#me").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeVisibleAsync();
        await NothingSeriousAsync("the choice of who I am");
        await page.Keyboard.PressAsync("Escape");

        await SayAsync(page, "/relate prompts");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await Expect(page.GetByLabel("Pause until")).ToBeVisibleAsync();
        await NothingSeriousAsync("a form with a day");
        await page.Keyboard.PressAsync("Escape");

        await SayAsync(page, "/thanks");
        var form = page.GetByRole(AriaRole.Dialog, new() { Name = "Say thanks" });
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(form.GetByText("Who is it for?")).ToBeVisibleAsync();
        await form.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("s");
        await Expect(form.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await NothingSeriousAsync("a form with faults");

        await page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        await page.ReloadAsync();
        await Expect(Messages(page).First).ToBeVisibleAsync();
        await NothingSeriousAsync("a phone");
        await page.Locator("#menu").ClickAsync();
        await NothingSeriousAsync("the drawer");

        async Task NothingSeriousAsync(string place)
        {
            var found = await Axe.SeriousAsync(page);
            Assert.True(found.Count == 0, $"On {place}: {string.Join('\n', found)}");
        }
    }

    /// <summary>Presses a key until something has the focus, which must then be visible.</summary>
    private static async Task ReachAsync(IPage page, string key, ILocator target)
    {
        for (var press = 0; press < 40; press++)
        {
            await page.Keyboard.PressAsync(key);
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                var outline = await target.EvaluateAsync<string>(
                    "element => getComputedStyle(element).outlineStyle + getComputedStyle(element).boxShadow");
                Assert.NotEqual("nonenone", outline);
                return;
            }
        }

        Assert.Fail($"{target} cannot be reached with {key}.");
    }

    private static async Task NothingIsCutOffAsync(IPage page) =>
        Assert.Equal(
            Phone.Width,
            await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth)"));
}
