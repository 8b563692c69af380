using Microsoft.Extensions.Time.Testing;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>A coffee in the demo, after moving the clock forward. It is Wednesday, 18 November 2026.</summary>
public sealed class PlaygroundCoffeeTests : IAsyncLifetime
{
    private PlaygroundUnderTest playground = null!;

    public async Task InitializeAsync() => playground = await PlaygroundUnderTest.StartAsync(new FakeTimeProvider(TestTime.Start));

    public async Task DisposeAsync() => await playground.DisposeAsync();

    [Fact]
    public async Task Mark_and_Sue_say_yes_are_put_together_and_meet()
    {
        await using var mark = await playground.OpenAsync("mark");
        await using var sue = await playground.OpenAsync("sue");
        await playground.SayAsync("mark", "@mark", "/relate coffee");
        await playground.TapAsync(
            "mark",
            await mark.MessageAsync(message => message.ToJsonString().Contains("Would you like to", StringComparison.Ordinal)),
            "Join");
        await playground.SayAsync("sue", "@sue", "/relate coffee join");

        await playground.MoveClockAsync("week");
        var toMark = (await mark.MessageAsync(message =>
            message.ToJsonString().Contains("This round you have a coffee with", StringComparison.Ordinal))).ToJsonString();
        Assert.Contains("Sue", toMark, StringComparison.Ordinal);
        Assert.Contains("To begin with", toMark, StringComparison.Ordinal);

        await playground.MoveClockAsync("week");
        var asked = await sue.MessageAsync(message => message.ToJsonString().Contains("Did you meet?", StringComparison.Ordinal));
        await playground.TapAsync("sue", asked, "We met");

        await playground.SayAsync("mark", "@mark", "/relate coffee");
        await mark.MessageAsync(message => message.ToJsonString().Contains("You have had one so far.", StringComparison.Ordinal));
    }
}
