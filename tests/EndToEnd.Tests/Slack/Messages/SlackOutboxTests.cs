using RelateBot.Infrastructure.Deliveries;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Messages;

public sealed class SlackOutboxTests : SlackBotFixture
{
    private static bool IsSettled(List<OutboxMessage> messages) => messages.TrueForAll(message => message.SettledAt is not null);

    [Fact]
    public async Task A_429_is_waited_for_as_long_as_Slack_says()
    {
        StandIn.Faults.Next("chat.postMessage", SlackFault.RateLimited(TimeSpan.FromSeconds(30)));
        await ThanksAsync($"--private {Sue.Mention} for the laptop");
        var refused = await StandIn.Journal.WaitForCallAsync("chat.postMessage");

        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Sue));

        var calls = StandIn.Journal.Of("chat.postMessage");
        Assert.Equal((2, 429), (calls.Count, refused.StatusCode));
        Assert.True(calls[1].At - calls[0].At >= TimeSpan.FromSeconds(30), $"Slack was asked again after {calls[1].At - calls[0].At}.");
    }

    [Fact]
    public async Task A_post_whose_answer_was_lost_is_found_by_its_metadata_and_not_repeated()
    {
        StandIn.Faults.Next("chat.postMessage", SlackFault.CutAfter, times: 2);
        await ThanksAsync($"{Sue.Mention} for the laptop");

        await WaitForRowsAsync(context => context.Outbox, IsSettled, clockRuns: true);

        Assert.Single(Workspace.MessagesTo(Sue));
        Assert.Single(Kudos.EverPosted);
        Assert.Equal(2, StandIn.Journal.Of("chat.postMessage").Count);
        Assert.Equal(2, StandIn.Journal.Of("conversations.history").Count(call => call.Ok));
        Assert.All(await OutboxAsync(), message => Assert.NotEmpty(message.SentId!));
    }

    [Fact]
    public async Task A_lost_post_is_found_behind_pages_of_other_messages()
    {
        StandIn.Faults.Next(
            "chat.postMessage",
            SlackFault.CutAfter,
            when: arguments => arguments.GetProperty("channel").GetString() == "#kudos");
        await ThanksAsync($"{Sue.Mention} for the laptop");
        await StandIn.Journal.WaitForCallAsync(call => call is { Method: "chat.postMessage", StatusCode: 0 });
        for (var i = 0; i < 450; i++)
        {
            Workspace.Messages.Say(Raj, Kudos, $"message {i}");
        }

        await WaitForRowsAsync(context => context.Outbox, IsSettled, clockRuns: true);

        Assert.Single(Kudos.EverPosted, message => message.BotId is not null);
        Assert.Equal(3, StandIn.Journal.Of("conversations.history").Count(call => call.Ok));
    }

    [Fact]
    public async Task A_post_that_never_arrived_is_sent_again()
    {
        StandIn.Faults.Next("chat.postMessage", SlackFault.CutBefore);
        await ThanksAsync($"--private {Sue.Mention} for the laptop");

        await WaitForRowsAsync(context => context.Outbox, IsSettled, clockRuns: true);

        Assert.Single(Workspace.MessagesTo(Sue));
        Assert.Equal(2, StandIn.Journal.Of("chat.postMessage").Count);
    }

    [Fact]
    public async Task A_public_channel_is_joined_when_that_is_missing()
    {
        Kudos.IsMember = false;

        await ThanksAsync($"{Sue.Mention} for the laptop");

        await Workspace.Messages.WaitForMessageAsync(Kudos.Id);
        Assert.Single(StandIn.Journal.Of("conversations.join"));
        await ThanksAsync($"{Raj.Mention} for the map");
        await Workspace.Messages.WaitForMessageAsync(Kudos.Id, message => message.Everything.Contains("the map", StringComparison.Ordinal));
        Assert.Single(StandIn.Journal.Of("conversations.join"));
    }

    [Theory]
    [InlineData("is_archived")]
    [InlineData("channel_not_found")]
    [InlineData("restricted_action")]
    [InlineData("invalid_blocks")]
    public async Task What_Slack_will_never_take_is_given_up_with_its_reason(string error)
    {
        StandIn.Faults.Next(
            "chat.postMessage",
            SlackFault.Error(error),
            when: arguments => arguments.GetProperty("channel").GetString() == "#kudos");

        await ThanksAsync($"{Sue.Mention} for the laptop");

        var rows = await WaitForRowsAsync(context => context.Outbox, IsSettled);
        var dead = Assert.Single(rows, row => row.Status is OutboxStatus.Dead);
        Assert.Contains(error, dead.LastError, StringComparison.Ordinal);
        Assert.Contains(dead.LastError!, Logs.Text(), StringComparison.Ordinal);
        await Workspace.Messages.WaitForMessageAsync(Sue);
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("ratelimited")]
    [InlineData("invalid_auth")]
    [InlineData("service_unavailable")]
    public async Task Trouble_that_passes_is_waited_out(string error)
    {
        StandIn.Faults.Next("chat.postMessage", SlackFault.Error(error), times: 2);

        await ThanksAsync($"--private {Sue.Mention} for the laptop");

        await WaitForRowsAsync(context => context.Outbox, IsSettled, clockRuns: true);
        Assert.Single(Workspace.MessagesTo(Sue));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_broken_Slack_is_asked_again_later(int status)
    {
        StandIn.Faults.Next(SlackFaults.AnyMethod, SlackFault.Status(status), times: 3, when: _ => true);

        var reply = await ThanksAsync($"--private {Sue.Mention} for the laptop");

        Assert.StartsWith("You thanked", reply.Message!.Text, StringComparison.Ordinal);
        await WaitForRowsAsync(context => context.Outbox, IsSettled, clockRuns: true);
        Assert.Single(Workspace.MessagesTo(Sue));
    }

    [Fact]
    public async Task An_answer_whose_address_has_expired_is_told_all_the_same()
    {
        var given = await ThanksAsync($"--private {Sue.Mention} for the laptop");
        await Workspace.Messages.WaitForMessageAsync(Sue);
        StandIn.Faults.Next(SlackCall.ResponseUrlMethod, SlackFault.Status(404));

        await Slack.ClickAsync(Mark, given.Message!, "thanks.undo");

        var answer = await Workspace.Messages.WaitForEphemeralAsync(
            Mark,
            message => message.Text.StartsWith("Taken back", StringComparison.Ordinal));
        Assert.Equal(General.Id, answer.ChannelId);
        Assert.Single(StandIn.Journal.Of("chat.postEphemeral"));
    }

    [Fact]
    public async Task Somebody_already_deleting_the_message_is_no_trouble()
    {
        var given = await ThanksAsync($"--private {Sue.Mention} for the laptop");
        await Workspace.Messages.WaitForMessageAsync(Sue);
        await WaitForRowsAsync(context => context.Outbox, IsSettled);
        StandIn.Faults.Next("chat.delete", SlackFault.Error("message_not_found"));

        await Slack.ClickAsync(Mark, given.Message!, "thanks.undo");

        var rows = await WaitForRowsAsync(context => context.Outbox, messages => messages.Count == 3 && IsSettled(messages));
        Assert.All(rows, row => Assert.Equal(OutboxStatus.Sent, row.Status));
    }
}
