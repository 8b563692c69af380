using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RelateBot.Bot.Slack;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Requests;

public sealed class SlackEventTests : SlackBotFixture
{
    private SlackChannel Direct => Workspace.DirectMessage(Mark);

    [Theory]
    [InlineData("message", """{"type":"message","channel_type":"im","user":"U1","channel":"D1","ts":"1.1","text":7}""")]
    [InlineData("message", """{"type":"message","channel_type":"im","channel":7,"ts":"1.1"}""")]
    [InlineData("app_mention", """{"type":"app_mention","user":{"id":"U1"},"channel":"C1","ts":"1.1","text":"hi"}""")]
    [InlineData("reaction_added", """{"type":"reaction_added","user":"U1","reaction":["pray"],"item":{"type":"message"}}""")]
    [InlineData("reaction_removed", """{"type":"reaction_removed","user":"U1","reaction":"pray","item":{"type":7}}""")]
    [InlineData("app_home_opened", """{"type":"app_home_opened","user":7,"tab":"home"}""")]
    [InlineData("team_join", """{"type":"team_join","user":{"id":"U1","deleted":"no"}}""")]
    [InlineData("user_change", """{"type":"user_change","user":{"id":"U1","deleted":"no"}}""")]
    [InlineData("user_profile_changed", """{"type":"user_profile_changed","user":"U1"}""")]
    [InlineData("subteam_created", """{"type":"subteam_created","subteam":"S1"}""")]
    [InlineData("subteam_updated", """{"type":"subteam_updated","subteam":{"id":7}}""")]
    [InlineData("subteam_members_changed", """{"type":"subteam_members_changed","subteam_id":7}""")]
    public async Task What_cannot_be_read_is_acknowledged_counted_and_logged_once_for_its_type(string type, string json)
    {
        var count = 0L;
        using var counted = new MeterListener();
        counted.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == UnreadRequestLog.CounterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        counted.SetMeasurementEventCallback<long>((_, more, _, _) => Interlocked.Add(ref count, more));
        counted.Start();

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Slack.PostEventAsync(JsonNode.Parse(json)!.AsObject())).Status);
        }

        Assert.Single(
            Logs.GetSnapshot(),
            entry => entry.Message.Contains($"an event of type {type} that cannot be read", StringComparison.Ordinal));
        Assert.True(Interlocked.Read(ref count) >= 3);
        Assert.Empty(await LedgerAsync());
        Assert.Empty(await PeopleAsync());
    }

    [Fact]
    public async Task A_time_that_is_written_as_text_is_a_time()
    {
        await Slack.SayAsync(Mark, Direct, $"thanks <@{Sue.Id}> for the laptop");
        var body = Slack.LastEvent!.DeepClone();
        body["event_time"] = "1700000000";
        body["event_id"] = "Ev0ANOTHER1";
        body["event"]!["ts"] = "99.1";

        await Slack.SendAsync("/slack/events", "application/json", Encoding.UTF8.GetBytes(body.ToJsonString()));

        Assert.Equal(2, (await LedgerAsync()).Count);
    }

    [Fact]
    public async Task The_address_is_verified()
    {
        var reply = await Slack.PostUrlVerificationAsync("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");

        Assert.Equal((HttpStatusCode.OK, "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"), (reply.Status, reply.Body));
    }

    [Theory]
    [InlineData("thanks {sue} for the laptop")]
    [InlineData("Thank you {sue} for the laptop")]
    [InlineData("/thanks {sue} for the laptop")]
    public async Task A_plain_sentence_to_the_bot_gives_thanks(string text)
    {
        await Slack.SayAsync(Mark, Direct, text.Replace("{sue}", $"<@{Sue.Id}>", StringComparison.Ordinal));

        Assert.Equal("the laptop", Assert.Single(await LedgerAsync()).Note);
        var answer = await Workspace.Messages.WaitForMessageAsync(Mark);
        Assert.StartsWith("You thanked", answer.Text, StringComparison.Ordinal);
        await Slack.ClickAsync(Mark, answer, "thanks.undo");
        await Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Text.StartsWith("Taken back", StringComparison.Ordinal) && message.Ts == answer.Ts);
    }

    [Fact]
    public async Task A_mention_in_a_channel_is_answered_for_its_author_alone()
    {
        await Slack.SayAsync(Mark, General, $"<@{Workspace.Bot.Id}> thanks <@{Sue.Id}> for the laptop");

        Assert.Single(await LedgerAsync());
        var answer = await Workspace.Messages.WaitForEphemeralAsync(Mark);
        Assert.Equal(General.Id, answer.ChannelId);
        Assert.DoesNotContain(General.Messages, message => message.BotId is not null);
    }

    [Fact]
    public async Task Thanks_without_words_are_answered_by_a_button_that_opens_the_form()
    {
        await Slack.SayAsync(Mark, Direct, "kudos");

        var answer = await Workspace.Messages.WaitForMessageAsync(Mark);
        Assert.Contains("/kudos @sue", answer.Everything, StringComparison.Ordinal);
        await Slack.ClickAsync(Mark, answer, "thanks.form");
        Assert.Contains("Give kudos", (await Workspace.Views.WaitForModalAsync(Mark)).Sent.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is for lunch?")]
    [InlineData("`thanks`")]
    public async Task In_direct_messages_what_is_not_understood_gets_a_hint_every_time(string text)
    {
        await Slack.SayAsync(Mark, Direct, text);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Slack.SayAsync(Mark, Direct, "hello");

        await WaitForRowsAsync(
            context => context.Outbox, rows => rows.Count == 2 && rows.TrueForAll(row => row.SettledAt is not null), clockRuns: true);
        Assert.Equal(2, Workspace.MessagesTo(Mark).Count(message => message.Everything.Contains("understand", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("file_share")]
    [InlineData("me_message")]
    [InlineData("thread_broadcast")]
    public async Task What_a_person_says_with_a_file_or_to_all_is_read(string subtype)
    {
        var slackEvent = JsonNode.Parse(
            $$"""{"type":"message","channel_type":"im","subtype":"{{subtype}}","user":"{{Mark.Id}}","channel":"{{Direct.Id}}","ts":"1.1","text":"thanks <@{{Sue.Id}}> for the map"}""")!
            .AsObject();

        Assert.Equal(HttpStatusCode.OK, (await Slack.PostEventAsync(slackEvent)).Status);

        Assert.Equal("the map", Assert.Single(await LedgerAsync()).Note);
    }

    [Fact]
    public async Task An_answer_in_a_thread_of_the_direct_messages_stays_there_and_is_sent_once()
    {
        var first = Workspace.Messages.Say(Mark, Direct, "A thread");
        StandIn.Faults.Next("chat.postMessage", SlackFault.CutAfter);
        var slackEvent = JsonNode.Parse(
            $$"""{"type":"message","channel_type":"im","user":"{{Mark.Id}}","channel":"{{Direct.Id}}","ts":"1.1","thread_ts":"{{first.Ts}}","text":"hello"}""")!
            .AsObject();

        await Slack.PostEventAsync(slackEvent);

        await WaitForRowsAsync(context => context.Outbox, rows => rows is [{ SettledAt: not null }], clockRuns: true);
        var answer = Assert.Single(Direct.Messages, message => message.BotId is not null);
        Assert.Equal(first.Ts, answer.ThreadTs);
    }

    [Theory]
    [InlineData(
        """{"type":"message","channel_type":"im","bot_id":"B1","user":"{mark}","channel":"{im}","ts":"1.1","text":"thanks {sue}"}""")]
    [InlineData("""{"type":"message","channel_type":"im","user":"{bot}","channel":"{im}","ts":"1.1","text":"thanks {sue}"}""")]
    [InlineData("""{"type":"message","channel_type":"im","subtype":"bot_message","channel":"{im}","ts":"1.1","text":"thanks {sue}"}""")]
    [InlineData(
        """{"type":"message","channel_type":"im","subtype":"message_changed","hidden":true,"channel":"{im}","ts":"1.1","message":{"type":"message","user":"{mark}","text":"thanks {sue}","ts":"1.0","edited":{"user":"{mark}","ts":"1.1"}}}""")]
    [InlineData(
        """{"type":"message","channel_type":"im","user":"{mark}","edited":{"user":"{mark}","ts":"1.1"},"channel":"{im}","ts":"1.1","text":"thanks {sue}"}""")]
    [InlineData(
        """{"type":"message","channel_type":"im","subtype":"message_changed","hidden":true,"channel":"{im}","ts":"1.1","message":{"type":"message","user":"{mark}","text":"thanks {sue} for <https://x.example>","ts":"1.0","attachments":[{"from_url":"https://x.example"}]},"previous_message":{"type":"message","user":"{mark}","text":"thanks {sue} for <https://x.example>","ts":"1.0"}}""")]
    [InlineData("""{"type":"message","channel_type":"channel","user":"{mark}","channel":"{im}","ts":"1.1","text":"thanks {sue}"}""")]
    [InlineData("""{"type":"user_huddle_changed","user":{"id":"{mark}"},"event_ts":"1.1"}""")]
    [InlineData("""{"type":"subteam_members_changed","subteam_id":"S0UNKNOWN1","added_users":["{mark}"],"event_ts":"1.1"}""")]
    [InlineData("""{"type":"channel_rename","channel":{"id":"C1","name":"x"}}""")]
    [InlineData("""{"type":"reaction_added","user":"{mark}","item":{}}""")]
    public async Task Programs_edits_and_everything_else_are_acknowledged_and_ignored(string json)
    {
        var slackEvent = JsonNode
            .Parse(json.Replace("{mark}", Mark.Id, StringComparison.Ordinal).Replace("{bot}", Workspace.Bot.Id, StringComparison.Ordinal)
            .Replace("{im}", Direct.Id, StringComparison.Ordinal).Replace("{sue}", $"<@{Sue.Id}>", StringComparison.Ordinal))!.AsObject();

        Assert.Equal(HttpStatusCode.OK, (await Slack.PostEventAsync(slackEvent)).Status);

        Assert.Empty(await LedgerAsync());
        Assert.Empty(await OutboxAsync());
        Assert.Empty(await PeopleAsync());
    }
}
