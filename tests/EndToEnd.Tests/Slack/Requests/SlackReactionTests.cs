using System.Net;
using System.Text.Json.Nodes;
using RelateBot.Domain.Exchanges;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Requests;

public sealed class SlackReactionTests : SlackBotFixture
{
    [Theory]
    [InlineData("pray")]
    [InlineData("pray::skin-tone-4")]
    public async Task The_emoji_thanks_the_author_of_the_message_and_nobody_else_hears_of_it(string emoji)
    {
        var ready = Workspace.Messages.Say(Sue, General, "The laptop is ready");

        await Slack.ReactAsync(Mark, ready, emoji);

        var given = Assert.Single(await LedgerAsync());
        Assert.Equal((ExchangeKind.Thanks, "", Visibility.Private), (given.Kind, given.Note, given.Visibility));
        var told = await Workspace.Messages.WaitForMessageAsync(Sue);
        Assert.Contains("thanks you", told.Everything, StringComparison.Ordinal);
        Assert.Contains(given.Link!, told.Blocks.GetRawText(), StringComparison.Ordinal);
        Assert.Single(await OutboxAsync());
        Assert.Empty(Kudos.EverPosted);
        Assert.Empty(Workspace.MessagesTo(Mark));
    }

    [Fact]
    public async Task Taking_it_away_soon_undoes_it_and_putting_it_back_thanks_again()
    {
        var ready = Workspace.Messages.Say(Sue, General, "The laptop is ready");
        await Slack.ReactAsync(Mark, ready, "pray");
        var told = await Workspace.Messages.WaitForMessageAsync(Sue);

        Time.Advance(TimeSpan.FromMinutes(10));
        await Slack.TakeReactionAwayAsync(Mark, ready, "pray");

        Assert.Equal(2, (await LedgerAsync()).Count);
        await RunClockUntilAsync(Workspace.Messages.WaitForDeletionAsync(told));
        await Slack.ReactAsync(Mark, ready, "pray");
        Assert.Equal(3, (await LedgerAsync()).Count);
    }

    [Fact]
    public async Task Taking_it_away_later_does_nothing_and_putting_it_back_neither()
    {
        var ready = Workspace.Messages.Say(Sue, General, "The laptop is ready");
        await Slack.ReactAsync(Mark, ready, "pray");

        Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        await Slack.TakeReactionAwayAsync(Mark, ready, "pray");
        await Slack.ReactAsync(Mark, ready, "pray");

        Assert.Single(await LedgerAsync());
        Assert.Single(await OutboxAsync());
    }

    [Fact]
    public async Task However_often_it_is_told_one_message_is_thanked_for_once_by_each()
    {
        var ready = Workspace.Messages.Say(Sue, General, "The laptop is ready");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => Slack.ReactAsync(Mark, ready, "pray", n < 2 ? "Ev1" : null)));
        await Slack.ReactAsync(Mark, ready, "pray::skin-tone-2");
        await Slack.ReactAsync(Raj, ready, "pray");

        Assert.Equal(2, (await LedgerAsync()).Count);
    }

    [Fact]
    public async Task Two_colours_of_one_emoji_are_one_thanks_until_both_are_taken_away()
    {
        var ready = Workspace.Messages.Say(Sue, General, "The laptop is ready");
        await Task.WhenAll(Slack.ReactAsync(Mark, ready, "pray::skin-tone-2"), Slack.ReactAsync(Mark, ready, "pray::skin-tone-5"));
        var told = await Workspace.Messages.WaitForMessageAsync(Sue);
        Time.Advance(TimeSpan.FromMinutes(1));

        await Slack.TakeReactionAwayAsync(Mark, ready, "pray::skin-tone-2");
        Assert.Single(await LedgerAsync());

        await Slack.TakeReactionAwayAsync(Mark, ready, "pray::skin-tone-5");
        Assert.Equal(2, (await LedgerAsync()).Count);
        await RunClockUntilAsync(Workspace.Messages.WaitForDeletionAsync(told));
    }

    [Fact]
    public async Task News_of_the_emoji_that_comes_after_news_of_its_removal_is_old()
    {
        var ready = Workspace.Messages.Say(Sue, General, "The laptop is ready");
        StandIn.Faults.Next("users.info", SlackFault.Status(503));
        var first = await Slack.ReactAsync(Mark, ready, "pray");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.Status);

        await Slack.TakeReactionAwayAsync(Mark, ready, "pray");
        Assert.Equal(HttpStatusCode.OK, (await Slack.SendAsync(first.Request)).Status);

        Assert.Empty(await LedgerAsync());
    }

    [Fact]
    public async Task When_Slack_cannot_be_asked_who_wrote_it_the_event_is_delivered_again()
    {
        var ready = Workspace.Messages.Say(Sue, General, "The laptop is ready");
        StandIn.Faults.Next("users.info", SlackFault.Status(503));

        var first = await Slack.ReactAsync(Mark, ready, "pray");
        Assert.Equal(HttpStatusCode.OK, (await Slack.SendAsync(first.Request)).Status);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.Status);
        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task Ones_own_message_a_programs_and_other_emoji_do_nothing()
    {
        var deploy = Workspace.AddUser("deploy", u => u with { IsBot = true });
        var sues = Workspace.Messages.Say(Sue, General, "The laptop is ready");

        await Slack.ReactAsync(Mark, Workspace.Messages.Say(Mark, General, "I did it"), "pray");
        await Slack.ReactAsync(Mark, Workspace.Messages.SayAsProgram(deploy, General, "Deployed"), "pray");
        await Slack.ReactAsync(Mark, Workspace.Messages.SayAsProgram(program: null, General, "Deployed"), "pray");
        await Slack.ReactAsync(deploy, sues, "pray");
        await Slack.ReactAsync(Mark, sues, "tada");
        await Slack.ReactAsync(Mark, sues, "prayer");

        Assert.Empty(await LedgerAsync());
        Assert.Empty(await PeopleAsync());
    }

    [Theory]
    [InlineData(
        """{"type":"reaction_added","user":"U1","reaction":"pray","item_user":"U2","item":{"type":"file","file":"F1"},"event_ts":"1.1"}""")]
    [InlineData(
        """{"type":"reaction_added","user":"U1","reaction":"pray","item_user":"U2","item":{"type":"message","channel":"C1","ts":"1.1"},"event_ts":"soon"}""")]
    [InlineData(
        """{"type":"reaction_added","user":"U1","reaction":"pray","item_user":"U2","item":{"type":"message","channel":"C1","ts":"1.1"}}""")]
    [InlineData("""{"type":"reaction_removed","user":"U1","reaction":"pray","item_user":"U2"}""")]
    public async Task What_says_too_little_does_nothing(string json)
    {
        Assert.Equal(HttpStatusCode.OK, (await Slack.PostEventAsync(JsonNode.Parse(json)!.AsObject())).Status);

        Assert.Empty(await LedgerAsync());
    }
}
