using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>Mark adds Ana to his focus list, and the clock is moved.</summary>
public sealed class PlaygroundFocusTests : IAsyncLifetime
{
    private const string Secret = "ask about the garden";

    private PlaygroundUnderTest playground = null!;

    public async Task InitializeAsync() => playground = await PlaygroundUnderTest.StartAsync(new FakeTimeProvider(TestTime.Start));

    public async Task DisposeAsync() => await playground.DisposeAsync();

    [Fact]
    public async Task From_an_empty_five_to_a_talk_a_week_later()
    {
        var empty = await AnswerAsync(() => playground.SayAsync("mark", "@mark", "/relate five"));
        Assert.Contains("Who would you like to know better", empty.ToJsonString(), StringComparison.Ordinal);
        var form = (await playground.TapAsync("mark", empty, "Choose somebody"))["form"]!;
        Assert.Equal("five.save", (string)form["form"]!);

        var added = await AnswerAsync(() => FillAsync(form, new() { ["person"] = ["ana"], ["cadence"] = ["Weekly"], ["note"] = [Secret] }));
        Assert.Contains("is one of your five now", PlaygroundUnderTest.Says(added), StringComparison.Ordinal);
        Assert.Contains(Secret, added.ToJsonString(), StringComparison.Ordinal);
        await playground.MoveClockAsync("week");
        await playground.MoveClockAsync("day");

        var due = await AnswerAsync(() => playground.SayAsync("mark", "@mark", "/relate five"));
        Assert.Contains("Now is a good time.", due.ToJsonString(), StringComparison.Ordinal);
        var page = await ChangedAsync(() => playground.TapAsync("mark", due, "Ana Lima"));
        var talked = await ChangedAsync(() => playground.TapAsync("mark", page, "We talked"));

        Assert.Contains("one step deeper", talked.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("about how you two like to work", talked.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Next by", talked.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await FilesAsync(), StringComparison.Ordinal);
        Assert.Contains(
            await playground.MessagesAsync("mark", "@mark"),
            message => message.ToJsonString().Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_with_faults_says_so_beside_the_input()
    {
        var form = (await playground.TapAsync(
            "mark",
            await AnswerAsync(() => playground.SayAsync("mark", "@mark", "/relate five")),
            "Choose somebody"))["form"]!;

        Assert.NotNull((await FillAsync(form, new() { ["person"] = ["mark"], ["cadence"] = ["Weekly"] }))["errors"]!["person"]);
        Assert.NotNull((await FillAsync(form, new() { ["cadence"] = ["Weekly"] }))["errors"]!["person"]);
        Assert.NotNull((await FillAsync(form, new() { ["person"] = ["ana"], ["note"] = [new string('x', 301)] }))["errors"]!["note"]);
    }

    private async Task<JsonNode> FillAsync(JsonNode form, Dictionary<string, string[]> answers) =>
        await PlaygroundUnderTest.ReadAsync(await playground.Client.PostAsJsonAsync(
        "/playground/api/forms",
        new
        {
            @as = "mark",
            @in = "@mark",
            form = (string)form["form"]!,
            state = (string?)form["state"] ?? "",
            answers,
            key = playground.NewKey()
        }));

    private async Task<JsonNode> AnswerAsync(Func<Task> act)
    {
        await using var page = await playground.OpenAsync("mark");
        await act();
        return await page.MessageAsync(message => message["author"] is null);
    }

    private async Task<JsonNode> ChangedAsync(Func<Task> act)
    {
        await using var page = await playground.OpenAsync("mark");
        await act();
        return (await page.NextAsync("changed"))["message"]!;
    }

    private async Task<string> FilesAsync()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(playground.Bot.Folder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
