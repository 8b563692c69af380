using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Installing;

public sealed class SlackTokenTests : SlackInstallFixture
{
    protected override async Task StartedAsync()
    {
        StandIn.OAuth.RotatesTokens = true;
        await InstallAsync(Workspace);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires()
    {
        Time.Advance(TimeSpan.FromHours(11) + TimeSpan.FromMinutes(1));

        await ThanksAsync($"{Sue.Mention} for the laptop");

        await Workspace.Messages.WaitForMessageAsync(Sue);

        // The second request used the old token, which is still valid, and may have been faster.
        await WaitForRowsAsync(
            context => context.Installations,
            installations => installations.Single().TokenExpiresAt > Time.GetUtcNow().AddHours(11));
        Assert.Equal(2, StandIn.Journal.Of("oauth.v2.access").Count);
        Assert.All(StandIn.Journal.Calls, call => Assert.True(call.Ok, call.ToString()));
    }

    [Fact]
    public async Task Many_who_need_it_at_once_renew_an_expired_token_once_also_from_two_hosts()
    {
        await using var second = await BotUnderTest.StartAsync(
            new Dictionary<string, string?>(Settings(), StringComparer.Ordinal) { ["ConnectionStrings:RelateBot"] = Bot.ConnectionString },
            Time);
        using var toSecond = new SlackCaller(Workspace, second.Address);
        Time.Advance(TimeSpan.FromHours(13));

        // Each opens a form, for which the token is needed at once.
        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(n =>
            (n % 2 == 0 ? Slack : toSecond).PostSlashCommandAsync(Workspace.AddUser($"user{n}"), "/thanks", "", General)));

        Assert.All(opened, reply => Assert.Null(reply.Message));
        Assert.Equal(2, StandIn.Journal.Of("oauth.v2.access").Count);
        Assert.Equal(20, StandIn.Journal.Of("views.open").Count(call => call.Ok));
    }

    [Fact]
    public async Task While_Slack_gives_no_new_token_the_old_one_is_used_as_long_as_it_is_good()
    {
        StandIn.Faults.Next("oauth.v2.access", SlackFault.Status(503));
        Time.Advance(TimeSpan.FromHours(11.5));

        await ThanksAsync($"{Sue.Mention} for the laptop");
        await Workspace.Messages.WaitForMessageAsync(Sue);

        Time.Advance(TimeSpan.FromMinutes(1));
        await ThanksAsync($"{Raj.Mention} for the map");
        await Workspace.Messages.WaitForMessageAsync(Raj);
        await StandIn.Journal.WaitForCallAsync(call => call is { Method: "oauth.v2.access", Ok: true }, after: 1);
    }

    [Fact]
    public async Task A_refresh_token_that_Slack_does_not_take_is_told_in_the_log_and_messages_wait()
    {
        StandIn.Faults.Next("oauth.v2.access", SlackFault.Error("invalid_refresh_token"), times: 1000);
        Time.Advance(TimeSpan.FromHours(13));

        await ThanksAsync($"{Sue.Mention} for the laptop");

        await WaitForRowsAsync(context => context.Outbox, messages => messages.Exists(message => message.LastError is not null));
        Assert.All(await OutboxAsync(), message => Assert.Null(message.SettledAt));
        Assert.Contains("invalid_refresh_token", Logs.Text(), StringComparison.Ordinal);
        StandIn.Faults.Clear();

        await InstallAsync(Workspace);
        await WaitForRowsAsync(
            context => context.Outbox,
            messages => messages.TrueForAll(message => message.SettledAt is not null),
            clockRuns: true);
        Assert.Single(Workspace.MessagesTo(Sue));
    }
}
