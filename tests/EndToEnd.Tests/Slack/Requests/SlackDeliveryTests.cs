using System.Net;
using System.Text.Json.Nodes;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Requests;

public sealed class SlackDeliveryTests : SlackBotFixture
{
    [Fact]
    public async Task The_same_command_twice_is_acknowledged_and_changes_nothing()
    {
        var first = await ThanksAsync($"{Sue.Mention} for the laptop");
        var outbox = await OutboxAsync();

        var again = await Slack.SendAsync(first.Request);

        Assert.Equal((HttpStatusCode.OK, ""), (again.Status, again.Body));
        Assert.Single(await LedgerAsync());
        Assert.Equal(outbox.Count, (await OutboxAsync()).Count);
    }

    [Fact]
    public async Task The_same_command_many_times_at_once_is_carried_out_once()
    {
        var request = (await ThanksAsync("")).Request;
        var body = System.Text.Encoding.ASCII.GetString([.. request.Body])
            .Replace("&text=&", $"&text={Uri.EscapeDataString($"{Sue.Mention} for the laptop")}&", StringComparison.Ordinal)
            .Replace("trigger_id=", "trigger_id=at-once-", StringComparison.Ordinal);

        var replies = await Task.WhenAll(Enumerable
            .Range(0, 16)
            .Select(_ => Slack.SendAsync(request.Path, request.ContentType, System.Text.Encoding.ASCII.GetBytes(body))));

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.Status));
        Assert.Single(replies, reply => reply.Body.Length > 0);
        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task The_same_tap_and_the_same_form_twice_change_nothing()
    {
        await ThanksAsync("");
        var submitted = await Slack.SubmitViewAsync(Mark, Workspace.Views.OpenFor(Mark)!, new SlackViewState().Users("people", Sue));
        await Slack.SendAsync(submitted.Request);
        Assert.Single(await LedgerAsync());

        var posted = await Workspace.Messages.WaitForMessageAsync(Kudos.Id);
        var tapped = await Slack.ClickAsync(Raj, posted, "thanks.second");
        await Workspace.Messages.WaitForMessageAsync(Kudos.Id, message => message.Everything.Contains("+1 ", StringComparison.Ordinal));
        var outbox = await OutboxAsync();
        await Slack.SendAsync(tapped.Request);
        Assert.Equal(outbox.Count, (await OutboxAsync()).Count);
    }

    [Fact]
    public async Task One_message_under_eleven_event_ids_is_one_message()
    {
        var message = Message($"thanks {Sue.Mention} for the laptop");

        for (var i = 0; i < 11; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Slack.PostEventAsync(message, $"Ev{i}")).Status);
        }

        Assert.Single(await LedgerAsync());
        await Workspace.Messages.WaitForMessageAsync(Mark);
        await WaitForRowsAsync(context => context.Outbox, messages => messages.TrueForAll(row => row.SettledAt is not null));
        Assert.Single(Workspace.MessagesTo(Mark));
        Assert.Single(Workspace.MessagesTo(Sue));
    }

    [Fact]
    public async Task One_event_delivered_again_is_one_event_with_or_without_the_retry_header()
    {
        var message = Message($"thanks {Sue.Mention} for the laptop");

        await Slack.PostEventAsync(message, "Ev1", new SlackTamper { RetryNumber = 1 });
        await Slack.PostEventAsync(message, "Ev1", new SlackTamper { RetryNumber = 2, RetryReason = "http_error" });
        message["ts"] = "1795000000.000200";
        await Slack.PostEventAsync(message, "Ev1");

        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task The_same_words_in_two_messages_are_said_twice()
    {
        var channel = Workspace.DirectMessage(Mark);
        await Slack.SayAsync(Mark, channel, $"thanks {Sue.Mention} for the laptop");
        await Slack.SayAsync(Mark, channel, $"thanks {Sue.Mention} for the laptop");

        Assert.Equal(2, (await LedgerAsync()).Count);
    }

    private JsonObject Message(string text) => new()
    {
        ["type"] = "message",
        ["channel"] = Workspace.DirectMessage(Mark).Id,
        ["channel_type"] = "im",
        ["user"] = Mark.Id,
        ["text"] = text,
        ["ts"] = "1795000000.000100",
    };
}
