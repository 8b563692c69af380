using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RelateBot.EndToEnd.Tests.Playground;

public sealed class PlaygroundPageTests(Browser browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task A_stranger_is_Mark_and_is_told_what_to_try()
    {
        var page = await OpenAsync("/");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are Mark Jensen." })).ToBeVisibleAsync();
        Assert.EndsWith("/?as=mark", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "/thanks @sue for" }).ClickAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(Message(page, "You thanked Sue Park.")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Commands_people_and_departments_complete_while_one_types()
    {
        var page = await OpenAsync("/?as=mark");
        var words = Words(page);

        await words.PressSequentiallyAsync("/th");
        await Expect(Offers(page)).ToHaveCountAsync(1);
        await words.PressAsync("Tab");
        await Expect(words).ToHaveValueAsync("/thanks ");
        await words.PressSequentiallyAsync("@ana");
        await Expect(Offers(page).First).ToContainTextAsync("Ana Lima");
        await Expect(Offers(page).First).ToHaveAttributeAsync("aria-selected", "true");
        await words.PressAsync("ArrowDown");
        await Expect(words).ToHaveAttributeAsync("aria-activedescendant", "offer-1");
        await words.PressAsync("Enter");
        await Expect(words).ToHaveValueAsync("/thanks @anais ");
        await words.PressSequentiallyAsync("@fin");
        await Expect(Offers(page).First).ToContainTextAsync("Finn O’Brien");
        await words.PressAsync("Escape");
        await Expect(Offers(page)).ToHaveCountAsync(0);
        await words.PressSequentiallyAsync("ance");
        await words.PressAsync("Space");
        await words.PressSequentiallyAsync("for the guide");
        await words.PressAsync("Enter");

        await Expect(Message(page, "You thanked Anaïs Moreau and Finance.")).ToBeVisibleAsync();
        await Expect(words).ToHaveValueAsync("");
    }

    [SkippableFact]
    public async Task What_is_refused_stays_in_the_composer()
    {
        var page = await OpenAsync("/?as=mark&in=general");
        var text = $"/thanks @sue for {new string('x', 3_999)}";

        await Words(page).FillAsync(text);
        await Words(page).PressAsync("Enter");

        await Expect(Message(page, "characters")).ToBeVisibleAsync();
        await Expect(Words(page)).ToHaveValueAsync(text);
    }

    [SkippableFact]
    public async Task Shift_Enter_starts_a_new_line_and_Enter_sends_both()
    {
        var page = await OpenAsync("/?as=mark&in=general");

        await Words(page).PressSequentiallyAsync("one");
        await Words(page).PressAsync("Shift+Enter");
        await Words(page).PressSequentiallyAsync("two");
        await Words(page).PressAsync("Enter");

        await Expect(Messages(page).Last.Locator("p").First).ToHaveTextAsync("one\ntwo", new() { UseInnerText = true });
    }

    [SkippableFact]
    public async Task Undo_takes_the_thanks_back_in_every_window()
    {
        var (mark, sue) = (await OpenAsync("/?as=mark"), await OpenAsync("/?as=sue"));
        await SayAsync(mark, "/thanks @sue for the laptop");
        await Expect(Message(sue, "Mark Jensen thanks you.")).ToBeVisibleAsync();

        await mark.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(Message(mark, "Taken back.")).ToBeVisibleAsync();
        await Expect(mark.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToHaveCountAsync(0);
        await Expect(Message(sue, "Mark Jensen thanks you.")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task What_only_I_may_see_says_so_and_nobody_else_sees_it()
    {
        var (mark, sue) = (await OpenAsync("/?as=mark&in=general"), await OpenAsync("/?as=sue&in=general"));

        await SayAsync(mark, "/help");
        await Expect(Message(mark, "Only visible to you")).ToBeVisibleAsync();
        await SayAsync(mark, "Just wondering");

        await Expect(Messages(sue).Last).ToContainTextAsync("Just wondering");
        await Expect(Message(sue, "Only visible to you")).ToHaveCountAsync(0);
        await Expect(Message(sue, "Say thanks")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task A_second_window_sees_it_live_seconds_it_and_says_something_back()
    {
        var (mark, sue, ana) = (await OpenAsync("/?as=mark"), await OpenAsync("/?as=sue&in=general"), await OpenAsync("/?as=ana&in=kudos"));

        await SayAsync(mark, "/thanks @sue for the laptop");
        await Expect(sue.GetByRole(AriaRole.Link, new() { Name = "RelateBot unread" })).ToBeVisibleAsync();
        await Message(ana, "Mark Jensen thanks Sue Park.").GetByRole(AriaRole.Button, new() { Name = "+1" }).ClickAsync();
        await Expect(Message(ana, "+1 Ana Lima")).ToContainTextAsync("(edited)");

        await sue.GetByRole(AriaRole.Link, new() { Name = "RelateBot unread" }).ClickAsync();
        await Expect(Message(sue, "+1 Ana Lima")).ToBeVisibleAsync();
        await Expect(sue.GetByRole(AriaRole.Link, new() { Name = "RelateBot", Exact = true })).ToHaveAttributeAsync("aria-current", "page");
        await sue.GetByRole(AriaRole.Button, new() { Name = "Say something back" }).ClickAsync();
        await sue.GetByLabel("To Mark Jensen").FillAsync("Any time, Mark");
        await sue.GetByRole(AriaRole.Button, new() { Name = "Send" }).Last.ClickAsync();

        await Expect(Message(mark, "Any time, Mark")).ToBeVisibleAsync();
        await Expect(Message(sue, "I passed that on to Mark Jensen.")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_name_that_several_have_is_asked_about()
    {
        var page = await OpenAsync("/?as=mark");
        await SayAsync(page, "/thanks @an for the plan");

        await page.GetByRole(AriaRole.Button, new() { Name = "Anaïs Moreau (@anais)" }).ClickAsync();

        await Expect(Message(page, "You thanked Anaïs Moreau.")).ToBeVisibleAsync();
        await Expect(Message(page, "Which @an do you mean?")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Times_are_those_of_the_person_and_the_clock_can_be_moved_on()
    {
        var (mark, mei) = (await OpenAsync("/?as=mark&in=general"), await OpenAsync("/?as=mei&in=general"));
        var clock = mark.Locator("#clock");
        var before = await clock.InnerTextAsync();
        var at = (await Playground.MessagesAsync("mark", "#general")).Single(message =>
            PlaygroundUnderTest.Says(message).Contains("red umbrella", StringComparison.Ordinal))["at"]!.GetValue<DateTimeOffset>();
        await Expect(Message(mark, "red umbrella").Locator("time")).ToHaveTextAsync(HourIn("Europe/London"));
        await Expect(Message(mei, "red umbrella").Locator("time")).ToHaveTextAsync(HourIn("Asia/Tokyo"));

        await clock.ClickAsync();
        await mark.GetByRole(AriaRole.Button, new() { Name = "+1 week" }).ClickAsync();
        await Expect(clock).Not.ToHaveTextAsync(before, new() { UseInnerText = true });
        await Expect(mei.Locator("#clock")).ToHaveClassAsync("clock moved");
        await mark.GetByRole(AriaRole.Button, new() { Name = "Now" }).ClickAsync();

        await Expect(mei.Locator("#clock")).ToHaveClassAsync("clock");

        string HourIn(string zone) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    [SkippableFact]
    public async Task One_can_be_somebody_else_and_come_back()
    {
        var page = await OpenAsync("/?as=mark&in=kudos");

        await page.Locator("#me").ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("angstrom");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are Zoë Ångström." })).ToBeVisibleAsync();
        Assert.Contains("as=zoe", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();

        await Expect(page.Locator("#me")).ToContainTextAsync("Mark Jensen");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "#kudos" })).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task What_fails_is_told_and_the_words_stay()
    {
        var page = await OpenAsync("/?as=mark&in=general");
        await page.RouteAsync("**/playground/api/messages", route => route.AbortAsync());

        await SayAsync(page, "Is anybody there?");
        await Expect(page.GetByText("RelateBot does not answer.").First).ToBeVisibleAsync();
        await Expect(Words(page)).ToHaveValueAsync("Is anybody there?");
        await page.UnrouteAllAsync();
        await Words(page).PressAsync("Enter");

        await Expect(Messages(page).Last).ToContainTextAsync("Is anybody there?");
    }

    [SkippableFact]
    public async Task The_page_asks_nothing_from_elsewhere_and_breaks_no_policy()
    {
        List<string> complaints = [];
        var page = await Browser.OpenAsync();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => complaints.AddRange(request.Url.StartsWith(Playground.Address.ToString(), StringComparison.Ordinal)
            ? []
            : [request.Url]);

        await page.GotoAsync(Playground.Address.ToString());
        await SayAsync(page, "/thanks");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();

        Assert.Empty(complaints);
    }
}
