using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>The demo's digest as a manager reads it.</summary>
public sealed class PlaygroundDigestTests : IAsyncLifetime
{
    private PlaygroundUnderTest playground = null!;

    public async Task InitializeAsync()
    {
        playground = await PlaygroundUnderTest.StartAsync(new FakeTimeProvider(TestTime.Start));
        await playground.Bot.Services.GetRequiredService<Projector>().DrainAsync(null, CancellationToken.None);
    }

    public async Task DisposeAsync() => await playground.DisposeAsync();

    [Fact]
    public async Task The_head_of_IT_reads_last_month_and_what_to_do_next()
    {
        var digest = await AnswerAsync("nadia", "/relate digest");
        var words = digest.ToJsonString();

        Assert.Contains("October 2026: help across departments", words, StringComparison.Ordinal);
        Assert.Contains("Clear your server space before you call.", words, StringComparison.Ordinal);
        Assert.Contains("One-way streets", words, StringComparison.Ordinal);
        Assert.Contains("IT and each other department", words, StringComparison.Ordinal);
        Assert.Contains("Few: Customer Care, People, Product", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Sue Park", UnsungOf(words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sue_is_named_once_she_says_that_she_may_be()
    {
        Assert.Contains("may name you", (await AnswerAsync("sue", "/relate unsung on")).ToJsonString(), StringComparison.Ordinal);

        Assert.Contains(
            "Who agreed to be named here: Sue Park",
            (await AnswerAsync("nadia", "/relate digest last month")).ToJsonString(),
            StringComparison.Ordinal);

        await AnswerAsync("sue", "/relate unsung off");
        Assert.DoesNotContain("Who agreed", (await AnswerAsync("nadia", "/relate digest")).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mark", "/relate digest", "lead a department or 5 people")]
    [InlineData("nadia", "/relate digest @sales", "for its head and for administrators")]
    [InlineData("nadia", "/relate digest tomorrow", "/relate digest last week")]
    public async Task Who_may_not_read_it_or_asks_for_something_else_is_told_kindly(string who, string said, string answer) =>
        Assert.Contains(answer, (await AnswerAsync(who, said)).ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public async Task A_tap_shows_the_week_and_another_one_subscribes()
    {
        await using var nadia = await playground.OpenAsync("nadia");
        await playground.SayAsync("nadia", "@nadia", "/relate digest");
        var month = await nadia.MessageAsync(message => message["author"] is null);
        await playground.TapAsync("nadia", month, "Last week");
        var week = await nadia.MessageAsync(message => message["author"] is null);
        Assert.Contains("9 November to 15 November 2026", week.ToJsonString(), StringComparison.Ordinal);

        await playground.TapAsync("nadia", week, "Send it weekly");
        var chosen = (await nadia.MessageAsync(message => message["author"] is null)).ToJsonString();
        Assert.Contains("the next one on Monday, 23 November", chosen, StringComparison.Ordinal);
    }

    private static string UnsungOf(string words) =>
        words.Contains("thanked for few", StringComparison.Ordinal)
            ? words[words.IndexOf("thanked for few", StringComparison.Ordinal)..words.IndexOf("Worth reading", StringComparison.Ordinal)]
            : "";

    private async Task<JsonNode> AnswerAsync(string account, string text)
    {
        await using var page = await playground.OpenAsync(account);
        await playground.SayAsync(account, $"@{account}", text);
        return await page.MessageAsync(message => message["author"] is null);
    }
}
