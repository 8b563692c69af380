using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>Forms on the playground's page, and their hints before they are submitted.</summary>
public sealed class PlaygroundFormTests(Browser browser) : PageTest(browser)
{
    [SkippableFact]
    public async Task The_form_shows_its_limits_and_sends_when_they_are_kept()
    {
        var page = await OpenAsync("/?as=mark&in=general");
        await SayAsync(page, "/thanks");
        var form = page.GetByRole(AriaRole.Dialog, new() { Name = "Say thanks" });
        var note = form.GetByLabel("What for");

        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(form.GetByText("Who is it for?")).ToBeVisibleAsync();
        await Expect(form.GetByRole(AriaRole.Combobox)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(form.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await note.FillAsync(new string('x', 3001));
        await Expect(form.GetByText("3,001 / 3,000")).ToBeVisibleAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(form.GetByText("Please shorten it by 1.")).ToBeVisibleAsync();

        await PickAsync(form, "su", "Sue Park");
        await PickAsync(form, "raj", "Raj Patel");
        await form.GetByRole(AriaRole.Button, new() { Name = "Remove Raj Patel" }).ClickAsync();
        await form.GetByRole(AriaRole.Checkbox, new() { Name = "People" }).CheckAsync();
        await note.FillAsync("a quiet word");
        await form.GetByLabel("Only those I thank").CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(form).ToBeHiddenAsync();
        await Expect(Message(
            page,
            "You thanked Sue Park and People. I'll tell Sue Park and People. No one else can read it.")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_day_and_an_hour_are_picked_and_half_a_day_is_none()
    {
        var page = await OpenAsync("/?as=mark");
        await SayAsync(page, "/relate prompts");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Dialog, new() { Name = "Prompts" });
        var (pause, save) = (form.GetByLabel("Pause until"), form.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await Expect(pause).ToHaveAttributeAsync("type", "date");
        var earliest = DateOnly.ParseExact((await pause.GetAttributeAsync("min"))!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        await form.GetByLabel("At what hour").SelectOptionAsync("10:00");
        await pause.PressSequentiallyAsync("1");
        await save.ClickAsync();
        await Expect(form.GetByText("Please choose a day.")).ToBeVisibleAsync();
        await pause.FillAsync($"{earliest.AddDays(-1):yyyy-MM-dd}");
        await save.ClickAsync();
        await Expect(form.GetByText("no day within the next year")).ToBeVisibleAsync();
        await Expect(pause).ToBeFocusedAsync();
        await pause.FillAsync($"{earliest:yyyy-MM-dd}");
        await save.ClickAsync();

        await Expect(form).ToBeHiddenAsync();
        await Message(page, string.Create(CultureInfo.InvariantCulture, $"pause until {earliest:dddd, d MMMM yyyy}"))
            .GetByRole(AriaRole.Button, new() { Name = "Go on now" })
            .ClickAsync();
        await Expect(Message(page, "at 10:00 your time")).ToBeVisibleAsync();
    }

    private static async Task PickAsync(ILocator form, string typed, string name)
    {
        await form.GetByRole(AriaRole.Combobox).PressSequentiallyAsync(typed);
        await Expect(form.GetByRole(AriaRole.Option).First).ToContainTextAsync(name);
        await form.GetByRole(AriaRole.Combobox).PressAsync("Enter");
    }
}
