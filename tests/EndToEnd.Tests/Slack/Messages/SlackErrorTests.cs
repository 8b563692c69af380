using RelateBot.Infrastructure.Deliveries;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Messages;

/// <summary>Each line of the error table in docs/slack.md.</summary>
public sealed class SlackErrorTests : SlackBotFixture
{
    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("user_not_found")]
    [InlineData("user_disabled")]
    [InlineData("cannot_dm_bot")]
    public async Task Somebody_who_can_get_no_messages_is_tried_once(string error)
    {
        StandIn.Faults.Next(
            "chat.postMessage",
            SlackFault.Error(error),
            times: 9,
            when: arguments => arguments.GetProperty("channel").GetString() == Sue.Id);

        await ThanksAsync($"{Sue.Mention} for the laptop");

        var rows = await WaitForRowsAsync(context => context.Outbox, all => all.TrueForAll(row => row.SettledAt is not null));
        var dead = Assert.Single(rows, row => row.Status is OutboxStatus.Dead);
        Assert.Equal((1, $"chat.postMessage: {error}"), (dead.Attempts, dead.LastError));
        Assert.Single(Kudos.Messages);
    }

    [Theory]
    [InlineData(SlackTokenState.Revoked, "token_revoked")]
    [InlineData(SlackTokenState.Inactive, "account_inactive")]
    public async Task A_token_that_is_refused_for_days_loses_no_message_and_is_not_hammered(SlackTokenState state, string error)
    {
        Workspace.TokenState = state;
        for (var number = 0; number < 4; number++)
        {
            await ThanksAsync($"{Sue.Mention} {Raj.Mention} for help {number}");
        }

        await WaitForRowsAsync(context => context.Outbox, rows => rows.Exists(row => row.LastError == $"chat.postMessage: {error}"));
        var (before, since) = (StandIn.Journal.Count, Time.GetUtcNow());
        Time.Advance(TimeSpan.FromHours(30));
        await RunClockUntilAsync(StandIn.Journal.WaitForCallAsync("chat.postMessage", after: before));
        await WaitForRowsAsync(
            context => context.Outbox,
            rows => rows.TrueForAll(row => row.Status is OutboxStatus.Pending),
            clockRuns: true);
        var minutes = (Time.GetUtcNow() - since - TimeSpan.FromHours(30)).TotalMinutes;
        Assert.True(StandIn.Journal.Of("chat.postMessage").Count <= 16 * (minutes + 2), "Slack was hammered.");
        Workspace.TokenState = SlackTokenState.Valid;

        await WaitForRowsAsync(context => context.Outbox, rows => rows.TrueForAll(row => row.Status is OutboxStatus.Sent), clockRuns: true);

        Assert.Equal((4, 4, 4), (Workspace.MessagesTo(Sue).Count, Workspace.MessagesTo(Raj).Count, Kudos.Messages.Count));
    }

    [Theory]
    [InlineData("channel_not_found", "Slack knows no channel #kudos that I may see")]
    [InlineData("is_archived", "The channel #kudos is archived")]
    [InlineData("restricted_action", "Not everybody may post in the channel #kudos")]
    public async Task A_channel_that_is_wrong_is_told_to_the_administrator_with_what_to_do(string error, string sentence)
    {
        StandIn.Faults.Next(
            "chat.postMessage",
            SlackFault.Error(error),
            when: arguments => arguments.GetProperty("channel").GetString() == "#kudos");

        await ThanksAsync($"{Sue.Mention} for the laptop");

        var rows = await WaitForRowsAsync(context => context.Outbox, all => all.TrueForAll(row => row.SettledAt is not null));
        Assert.StartsWith(sentence, Assert.Single(rows, row => row.Status is OutboxStatus.Dead).LastError, StringComparison.Ordinal);
        Assert.Contains(sentence, Logs.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("msg_too_long")]
    [InlineData("msg_blocks_too_long")]
    public async Task What_is_too_long_arrives_as_its_summary(string error)
    {
        StandIn.Faults.Next("chat.postMessage", SlackFault.Error(error));

        await ThanksAsync($"--private {Sue.Mention} for the laptop");

        Assert.Equal($"<@{Mark.Id}> thanks you.", (await Workspace.Messages.WaitForMessageAsync(Sue)).Everything);
    }

    [Theory]
    [InlineData("messages_tab_disabled")]
    [InlineData("missing_scope")]
    public async Task What_an_administrator_can_mend_is_tried_again(string error)
    {
        StandIn.Faults.Next("chat.postMessage", SlackFault.Error(error), times: 2);

        await ThanksAsync($"--private {Sue.Mention} for the laptop");

        await WaitForRowsAsync(context => context.Outbox, rows => rows.TrueForAll(row => row.Status is OutboxStatus.Sent), clockRuns: true);
        Assert.Single(Workspace.MessagesTo(Sue));
    }

    [Fact]
    public async Task A_missing_permission_is_named()
    {
        Workspace.Scopes.Remove("chat:write");

        await ThanksAsync($"--private {Sue.Mention} for the laptop");

        await WaitForRowsAsync(
            context => context.Outbox,
            rows => rows is [{ LastError: "chat.postMessage: missing_scope (needed: chat:write)" }]);
    }

    [Fact]
    public async Task A_429_of_one_method_holds_up_no_other()
    {
        var given = await ThanksAsync($"--private {Sue.Mention} for the laptop");
        await Workspace.Messages.WaitForMessageAsync(Sue);
        await WaitForRowsAsync(context => context.Outbox, rows => rows.TrueForAll(row => row.SettledAt is not null));
        StandIn.Faults.Next("chat.delete", SlackFault.RateLimited(TimeSpan.FromMinutes(5)));
        await Slack.ClickAsync(Mark, given.Message!, "thanks.undo");
        await StandIn.Journal.WaitForCallAsync("chat.delete");

        await ThanksAsync($"--private {Raj.Mention} for the map");

        await Workspace.Messages.WaitForMessageAsync(Raj);
        await WaitForRowsAsync(context => context.Outbox, rows => rows.TrueForAll(row => row.SettledAt is not null), clockRuns: true);
        Assert.Empty(Workspace.MessagesTo(Sue));
        var calls = StandIn.Journal.Of("chat.delete");
        Assert.Equal(2, calls.Count);
        Assert.True(calls[1].At - calls[0].At >= TimeSpan.FromMinutes(5), $"Slack was asked again after {calls[1].At - calls[0].At}.");
    }
}
