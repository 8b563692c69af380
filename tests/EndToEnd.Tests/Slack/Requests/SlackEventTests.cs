using System.Net;
using System.Text.Json.Nodes;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Requests;

public sealed class SlackEventTests : SlackBotFixture
{
    private SlackChannel Direct => Workspace.DirectMessage(Mark);

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
