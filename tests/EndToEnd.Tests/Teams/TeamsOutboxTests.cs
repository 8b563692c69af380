using RelateBot.Infrastructure.Deliveries;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>Error responses of the connector and what follows from them.</summary>
public sealed class TeamsOutboxTests : TeamsBotFixture
{
    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task What_passes_is_tried_again(int status)
    {
        StandIn.Fail(TeamsOperation.Send, new TeamsFault(status), new TeamsFault(status));
        await Teams.SayAsync(Mark, Personal, "help");

        await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "Give kudos"));
        Assert.Equal([status, status, 201], StandIn.Calls.Where(call => call.Operation is TeamsOperation.Send).Select(call => call.Status));
    }

    [Fact]
    public async Task It_waits_as_long_as_Teams_asks()
    {
        StandIn.Fail(TeamsOperation.Send, new TeamsFault(429, RetryAfter: 30));
        await Teams.SayAsync(Mark, Personal, "help");

        await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "Give kudos"));
        var sends = StandIn.Calls.Where(call => call.Operation is TeamsOperation.Send).ToList();
        Assert.True(sends[1].At - sends[0].At >= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task What_Teams_never_takes_is_given_up_at_once()
    {
        StandIn.Fail(TeamsOperation.Send, new TeamsFault(404, "ConversationNotFound"), new TeamsFault(404, "ConversationNotFound"));
        await Teams.SayAsync(Mark, Personal, "help");

        var row = Assert.Single(await WaitForRowsAsync(context => context.Outbox, rows => rows is [{ SettledAt: not null }]));
        Assert.Equal(OutboxStatus.Dead, row.Status);
        Assert.Contains("ConversationNotFound", row.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_asked_for_once_and_kept()
    {
        await Teams.SayAsync(Mark, Personal, "help");
        await Tenant.WaitForMessageAsync(Personal, "Give kudos");
        await Teams.SayAsync(Mark, Personal, "thanks");
        await Tenant.WaitForMessageAsync(Personal, "graph.microsoft.com/users");

        var request = Assert.Single(StandIn.TokenRequests);
        Assert.Contains("grant_type=client_credentials", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_secret_is_told_without_the_secret_and_nothing_is_lost()
    {
        await Teams.SayAsync(Mark, Personal, "help");
        await Tenant.WaitForMessageAsync(Personal, "Give kudos");
        StandIn.RevokeTokens();

        await Teams.SayAsync(Mark, Personal, "help");
        var waiting = await WaitForRowsAsync(
            context => context.Outbox.Where(row => row.SettledAt == null),
            rows => rows is [{ LastError: not null }]);

        Assert.Contains("401", waiting[0].LastError, StringComparison.Ordinal);
        Assert.DoesNotContain(StandIn.ClientSecret, Logs.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("connector-token", Logs.Text(), StringComparison.Ordinal);
    }
}
