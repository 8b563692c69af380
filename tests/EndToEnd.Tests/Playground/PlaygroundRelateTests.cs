using Microsoft.Extensions.Time.Testing;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>What a new visitor reads in the demo.</summary>
public sealed class PlaygroundRelateTests : IAsyncLifetime
{
    private PlaygroundUnderTest playground = null!;

    public async Task InitializeAsync() => playground = await PlaygroundUnderTest.StartAsync(new FakeTimeProvider(TestTime.Start));

    public async Task DisposeAsync() => await playground.DisposeAsync();

    [Fact]
    public async Task Marks_balance_with_IT_tells_the_story()
    {
        var words = await AnswerAsync("mark", "/relate with @it");

        Assert.Contains("no asks, 13 helps, no thanks", words, StringComparison.Ordinal);
        Assert.Contains("14 asks, no helps, 2 thanks", words, StringComparison.Ordinal);
        Assert.Contains("So far help went one way.", words, StringComparison.Ordinal);
        Assert.Contains("Say thanks", words, StringComparison.Ordinal);
        Assert.Contains("Clear your server space before you call.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_own_ties_are_told_to_him()
    {
        var words = await AnswerAsync("mark", "/relate me");

        Assert.Contains("You and the people around you", words, StringComparison.Ordinal);
        Assert.Contains("Thank ", words, StringComparison.Ordinal);
        Assert.Contains("Only you see this.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_knows_a_topic_is_found_and_a_department_says_how_to_help()
    {
        var who = await AnswerAsync("mark", "/relate who #excel");
        Assert.Contains("Noah Williams", who, StringComparison.Ordinal);
        Assert.Contains("Tom Whitfield", who, StringComparison.Ordinal);

        Assert.Contains(
            "Ask us before you install something.",
            await AnswerAsync("mark", "/relate department @it"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_whoever_asks_reads_a_balance()
    {
        await using var sue = await playground.OpenAsync("sue");

        await AnswerAsync("mark", "/relate with @sue", "#general");
        await playground.SayAsync("ana", "#general", "Good evening");

        Assert.Equal("Good evening", PlaygroundUnderTest.Says(await sue.MessageAsync()));
    }

    [Fact]
    public async Task The_head_of_IT_reads_how_it_stands_with_Sales()
    {
        await using var nadia = await playground.OpenAsync("nadia");
        await playground.SayAsync("nadia", "@nadia", "/relate department @it");
        var page = await nadia.MessageAsync(message => message["author"] is null);
        await playground.TapAsync("nadia", page, "With other departments");

        var around = (await nadia.MessageAsync(message => message["author"] is null)).ToJsonString();

        Assert.Contains("IT and other departments", around, StringComparison.Ordinal);
        Assert.Contains("Few", around, StringComparison.Ordinal);
    }

    private async Task<string> AnswerAsync(string account, string text, string? conversation = null)
    {
        await using var page = await playground.OpenAsync(account);
        await playground.SayAsync(account, conversation ?? $"@{account}", text);
        return (await page.MessageAsync(message => message["author"] is null)).ToJsonString();
    }
}
