using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Slack.Access;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Installing;

public sealed class SlackStartTests : SlackBotFixture
{
    protected override void Prepare() => StandIn.Faults.Next("auth.test", SlackFault.Status(503), times: 3);

    protected override Task StartedAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_bot_starts_while_Slack_is_down_and_serves_as_soon_as_it_knows_its_team()
    {
        Assert.Equal("alive", await Bot.Client.GetStringAsync("/healthz/live"));
        await StandIn.Journal.WaitForCallAsync("auth.test");

        await RunClockUntilAsync(Bot.Services.GetRequiredService<ConfiguredSlackTeam>().Connected);

        await ThanksAsync($"{Sue.Mention} for the laptop");
        Assert.Single(await LedgerAsync());
        var calls = StandIn.Journal.Of("auth.test");
        Assert.Equal(4, calls.Count);
        Assert.True(calls[3].At - calls[2].At >= calls[1].At - calls[0].At, "Every pause is longer than the one before.");
    }

    [Theory]
    [InlineData("Slack:SigningSecret", "Slack:BotToken")]
    [InlineData("Slack:BotToken", "Slack:SigningSecret")]
    public async Task Half_a_configuration_stops_the_host_with_the_setting_that_is_missing(string set, string missing)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            BotUnderTest.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { [set] = "something" }));

        Assert.StartsWith($"Set {missing}", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_secrets_there_is_no_Slack()
    {
        await using var bot = await BotUnderTest.StartAsync();

        using var response = await bot.Client.PostAsync("/slack/commands", content: null);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }
}
