using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Infrastructure.Persistence;
using static RelateBot.EndToEnd.Tests.Playground.PlaygroundUnderTest;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>The prompt that the demo's Mark gets when the clock is moved from Wednesday to Friday, shortly before four in London.</summary>
public sealed class PlaygroundPromptTests : IAsyncLifetime
{
    private static readonly DateTimeOffset friday = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider real = new(new DateTimeOffset(2026, 11, 18, 15, 59, 30, TimeSpan.Zero));
    private PlaygroundUnderTest playground = null!;

    public async Task InitializeAsync() =>
        playground = await StartAsync(real, new Dictionary<string, string?>(StringComparer.Ordinal) { ["Prompts:Enabled"] = "true" });

    public async Task DisposeAsync() => await playground.DisposeAsync();

    [Fact]
    public async Task Two_days_later_Mark_is_asked_who_helped_and_puts_it_off()
    {
        await using var mark = await playground.OpenAsync("mark");

        await playground.MoveClockAsync("day");
        await playground.MoveClockAsync("day");
        var prompt = await RunClockUntilAsync(mark.MessageAsync(message =>
            message["at"]!.GetValue<DateTimeOffset>() >= friday
                && Buttons(message).Any(button => (string)button["label"]! == "Stop these")));

        Assert.Contains("You get this because", prompt.ToJsonString(), StringComparison.Ordinal);
        await playground.TapAsync("mark", prompt, "Later");
        var when = await RunClockUntilAsync(mark.MessageAsync(message => Says(message) == "When would be better?"));
        await playground.TapAsync("mark", when, "Tomorrow");

        await using var scope = playground.Bot.Services.CreateAsyncScope();
        var habits = await scope.ServiceProvider
            .GetRequiredService<RelateDbContext>().PromptHabits
            .IgnoreQueryFilters()
            .Where(habit => habit.SnoozedUntil != null)
            .ToListAsync();
        Assert.Equal(new DateOnly(2026, 11, 21), Assert.Single(habits).SnoozedUntil);
    }

    [Fact]
    public async Task A_pause_is_picked_from_the_days_of_a_year_and_checked_once_more()
    {
        await using var mark = await playground.OpenAsync("mark");
        await playground.SayAsync("mark", "@mark", "/relate prompts");
        var shown = await mark.MessageAsync(message => Buttons(message).Any(button => (string)button["label"]! == "Change"));

        var form = (await playground.TapAsync("mark", shown, "Change"))["form"]!;
        var pause = form["fields"]!.AsArray().Single(field => (string)field!["name"]! == "pause")!;
        Assert.Equal(("day", "2026-11-19", "2027-11-18"), ((string)pause["is"]!, (string)pause["earliest"]!, (string)pause["latest"]!));

        Assert.Contains(
            "no day within the next year",
            (string)(await PauseAsync("2027-11-19"))["errors"]!["pause"]!,
            StringComparison.Ordinal);
        Assert.Null((await PauseAsync("2026-12-24"))["errors"]);
        await mark.MessageAsync(message => Says(message).Contains("pause until Thursday, 24 December 2026", StringComparison.Ordinal));

        async Task<JsonNode> PauseAsync(string until) => await ReadAsync(await playground.Client.PostAsJsonAsync(
            "/playground/api/forms",
            new
            {
                @as = "mark",
                @in = "@mark",
                form = "prompt.settings",
                state = "",
                answers = new { pause = new[] { until } },
                key = playground.NewKey()
            }));
    }

    private async Task<JsonNode> RunClockUntilAsync(Task<JsonNode> happening)
    {
        while (!happening.IsCompleted)
        {
            real.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(happening, Task.Delay(TimeSpan.FromMilliseconds(5)));
        }

        return await happening;
    }
}
