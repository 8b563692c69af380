using RelateBot.Domain.Help;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.People;

/// <summary>A person leaves in the middle of something, and no one waits for them.</summary>
public sealed class SlackLeaverTests : SlackDirectoryFixture
{
    private SlackChannel help = null!;
    private SlackUserGroup it = null!;

    [Fact]
    public async Task What_they_asked_is_closed_and_their_helper_hears_so()
    {
        await AskAsync("how do I compare two lists?");
        await Slack.ClickAsync(Sue, await PostedAsync("two lists"), "ask.take");
        await Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("You are helping", StringComparison.Ordinal));

        await LeaveAsync(Mark);

        await RunClockUntilAsync(PostedAsync("No longer needed."));
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("Thank you for being there", StringComparison.Ordinal)));
        Assert.Equal(AskState.Withdrawn, Assert.Single(await QueryAsync(context => context.Asks)).State);
    }

    [Fact]
    public async Task What_they_had_taken_is_open_again_and_the_asker_hears_so_once()
    {
        await AskAsync("how do I compare two lists?");
        await Slack.ClickAsync(Sue, await PostedAsync("two lists"), "ask.take");
        await RunClockUntilAsync(PostedAsync("is on it"));

        await LeaveAsync(Sue);

        var told = await ToldAsync("Sue Miller no longer has an account here, so this is open again");
        Assert.Contains("two lists", told.Everything, StringComparison.Ordinal);
        await Slack.ClickAsync(Raj, await RunClockUntilAsync(PostedAsync("Not now")), "ask.take");
        await ToldAsync("took it at");
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Single(await OutboxAsync(), row => row.Content?.Contains("no longer has an account", StringComparison.Ordinal) is true);
        Assert.Equal(AskStep.FollowUp, Assert.Single(await QueryAsync(context => context.Asks)).NextStep);
    }

    [Fact]
    public async Task Whoever_else_helps_is_still_on_it()
    {
        await AskAsync("how do I compare two lists?");
        var posted = await PostedAsync("two lists");
        await Slack.ClickAsync(Sue, posted, "ask.take");
        await Slack.ClickAsync(Raj, posted, "ask.take");

        await LeaveAsync(Sue);

        var told = await ToldAsync("Sue Miller no longer has an account here.");
        Assert.Contains("is still on it", told.Everything, StringComparison.Ordinal);
        Assert.Equal(
            (AskState.Taken, AskStep.FollowUp),
            Assert.Single(await QueryAsync(context => context.Asks)) is var ask ? (ask.State, ask.NextStep) : default);
        Assert.Single(await QueryAsync(context => context.AskHelpers));
    }

    [Fact]
    public async Task Whoever_asked_them_alone_can_ask_somebody_else()
    {
        await AskAsync($"{Sue.Mention} could you look at my slides?");
        await Workspace.Messages.WaitForMessageAsync(Sue);

        await LeaveAsync(Sue);

        await Slack.ClickAsync(Mark, await ToldAsync("no longer has an account here, so nobody has this yet"), "ask.again");
        Assert.Contains("my slides", (await Workspace.Views.WaitForModalAsync(Mark)).Sent.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_lead_and_offer_nothing_any_more()
    {
        await Slack.PostSlashCommandAsync(Ada, "/relate", $"admin head {It} {Sue.Mention}", General);
        await Slack.PostSlashCommandAsync(Sue, "/relate", "offer #excel", General);
        Assert.Contains("Head: ", await RelateAsync($"department {It}"), StringComparison.Ordinal);
        Assert.Contains(Sue.Id, await RelateAsync("who #excel"), StringComparison.Ordinal);

        await LeaveAsync(Sue);

        Assert.DoesNotContain("Head: ", await RelateAsync($"department {It}"), StringComparison.Ordinal);
        Assert.DoesNotContain(Sue.Id, await RelateAsync("who #excel"), StringComparison.Ordinal);
        Assert.Contains(
            "no longer has an account here",
            (await AskAsync($"{Sue.Mention} please")).Message!.Everything,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_put_together_with_nobody_for_a_coffee()
    {
        foreach (var user in new[] { Mark, Sue, Raj })
        {
            await Slack.PostSlashCommandAsync(user, "/relate", "coffee join", General);
        }

        await LeaveAsync(Sue);

        // The first round is on Tuesday, 24 November, at ten in the morning.
        Time.Advance(new TimeSpan(5, 23, 0, 0));
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Workspace.GroupMessage(Mark, Raj).Id,
            message => message.Everything.Contains("you have a coffee together", StringComparison.Ordinal)));
        Assert.Equal(2, (await QueryAsync(context => context.PairingSeats)).Count);
    }

    protected override void Prepare()
    {
        base.Prepare();
        help = Workspace.AddChannel("help");
        it = Workspace.AddUserGroup("it", Sue, Raj);
    }

    private string It => $"<!subteam^{it.Id}|@it>";

    private Task<SlackReply> AskAsync(string text) => Slack.PostSlashCommandAsync(Mark, "/ask", text, General);

    private async Task<string> RelateAsync(string text) =>
        (await Slack.PostSlashCommandAsync(Mark, "/relate", text, General)).Message!.Everything;

    private async Task LeaveAsync(SlackUser user)
    {
        var gone = user with { Deleted = true, Updated = 10 };
        Workspace.Put(gone);
        await TellOfUserAsync("user_change", gone);
        await WaitForRowsAsync(
            context => context.Identities,
            rows => rows.Exists(identity => identity.ExternalId == user.Id && !identity.IsActive));
    }

    private Task<SlackMessage> PostedAsync(string text) =>
        Workspace.Messages.WaitForMessageAsync(help.Id, message => message.Everything.Contains(text, StringComparison.Ordinal));

    private Task<SlackMessage> ToldAsync(string text) =>
        RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains(text, StringComparison.Ordinal)));
}
