using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Features;

/// <summary>A department's page, what people offer, and asks on a topic.</summary>
public sealed class SlackDepartmentTests : SlackBotFixture
{
    private SlackUserGroup it = null!;
    private SlackChannel help = null!;
    private SlackUser boss = null!;

    [Fact]
    public async Task Without_a_head_the_page_says_who_can_set_one()
    {
        var page = await RelateAsync(Mark, $"department {It}");

        Assert.Contains("Nobody is recorded as its head", page, StringComparison.Ordinal);
        Assert.Contains("/relate admin head @it @name", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_administrator_says_who_leads_a_department()
    {
        Assert.Contains(
            "Who leads a department is recorded by those who look after",
            await RelateAsync(Mark, $"admin head {It} {Mark.Mention}"),
            StringComparison.Ordinal);
        Assert.Contains("is recorded as head of", await RelateAsync(boss, $"admin head {It} {Sue.Mention}"), StringComparison.Ordinal);

        Assert.Contains("recorded you as head of", (await Workspace.Messages.WaitForMessageAsync(Sue)).Everything,
            StringComparison.Ordinal);
        Assert.Contains($"Head: <@{Sue.Id}>", await RelateAsync(Mark, $"department {It}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_head_says_how_to_help_and_a_delegate_says_that_it_is_still_true()
    {
        await RelateAsync(boss, $"admin head {It} {Sue.Mention}");
        var saved = await EditAsync(
            Sue,
            new SlackViewState()
                .Text("lines", "Clear your server space before you call.\n\nSend a screenshot.")
                .Text("topics", "#laptops vpn")
                .Text("channel", "#it-help")
                .Users("delegates", Raj));
        Assert.Empty(saved.Errors);

        Time.Advance(TimeSpan.FromDays(30));
        var page = await Slack.PostSlashCommandAsync(Raj, "/relate", $"department {It}", General);
        Assert.Contains("Still true on 18 November 2026", page.Message!.Everything, StringComparison.Ordinal);
        await Slack.ClickAsync(Raj, page.Message!, "department.renew#1");

        Assert.Contains("Still true on 18 December 2026", await RelateAsync(Mark, $"department {It}"), StringComparison.Ordinal);
        var department = Assert.Single(await QueryAsync(context => context.Departments));
        Assert.Equal("Clear your server space before you call.\nSend a screenshot.", department.HowToHelpText);
        Assert.Equal("#it-help", department.HelpChannel);
        Assert.Equal(
            ["laptops", "vpn"],
            (await QueryAsync(context => context.Offers)).Select(offer => offer.Topic).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_does_not_fit_is_said_beside_its_input_and_nothing_changes()
    {
        await RelateAsync(boss, $"admin head {It} {Sue.Mention}");

        var refused = await EditAsync(Sue, new SlackViewState().Text("lines", "a\nb\nc\nd").Text("channel", "#it help"));

        Assert.Equal(["channel", "lines"], refused.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(Assert.Single(await QueryAsync(context => context.Departments)).HowToHelpText);
    }

    [Fact]
    public async Task Somebody_else_has_no_button_and_a_forged_tap_changes_nothing()
    {
        await RelateAsync(boss, $"admin head {It} {Sue.Mention}");
        var forHead = (await Slack.PostSlashCommandAsync(Sue, "/relate", $"department {It}", General)).Message!;

        Assert.DoesNotContain("department.edit", await RelateAsync(Mark, $"department {It}"), StringComparison.Ordinal);
        await Slack.ClickAsync(Mark, forHead, "department.edit");
        await AnsweredAsync(Mark, "can change what");
        await Slack.ClickAsync(Mark, forHead, "department.balance#1");

        await AnsweredAsync(Mark, "Only its head sees");
        Assert.Null(Workspace.Views.OpenFor(Mark));
    }

    [Fact]
    public async Task What_somebody_offers_is_found_and_taken_back()
    {
        await RelateAsync(Sue, "offer #excel #Pivot");
        await RelateAsync(Raj, "offer #excel");
        await ThanksAsync($"{Raj.Mention} for the trick #excel", by: Mark);

        var found = await RelateAsync(Mark, "who #excel");
        Assert.True(found.IndexOf(Raj.Id, StringComparison.Ordinal) < found.IndexOf(Sue.Id, StringComparison.Ordinal), found);
        Assert.Contains("thanked for it lately", found, StringComparison.Ordinal);

        var own = (await Slack.PostSlashCommandAsync(Sue, "/relate", "offer", General)).Message!;
        await Slack.ClickAsync(Sue, own, "offer.takeback");
        Assert.Equal(
            ["excel", "pivot"],
            (await QueryAsync(context => context.Offers)).Select(offer => offer.Topic).Order(StringComparer.Ordinal));
        Assert.Contains("Nobody offers #cooking yet", await RelateAsync(Mark, "who #cooking"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ask_on_a_topic_goes_to_those_who_offer_it()
    {
        await RelateAsync(Sue, "offer #excel");
        await RelateAsync(Mark, "offer #excel");

        var asked = await Slack.PostSlashCommandAsync(Mark, "/ask", "#excel how do I compare two lists?", General);

        Assert.Contains("someone who offers help with #excel", asked.Message!.Everything, StringComparison.Ordinal);
        await Slack.ClickAsync(Sue, await Workspace.Messages.WaitForMessageAsync(Sue), "ask.take");
        await AnsweredAsync(Sue, "It is yours");
        Assert.Empty(help.EverPosted);
    }

    [Fact]
    public async Task An_ask_on_a_topic_that_nobody_else_offers_is_read_by_everybody()
    {
        await RelateAsync(Mark, "offer #excel");

        await Slack.PostSlashCommandAsync(Mark, "/ask", "#excel how do I compare two lists?", General);

        await Workspace.Messages
            .WaitForMessageAsync(help.Id, message => message.Everything.Contains("two lists", StringComparison.Ordinal));
    }

    protected override void Prepare()
    {
        help = Workspace.AddChannel("help");
        boss = Workspace.AddUser("boss", user => user with { RealName = "Ana Lima", IsAdmin = true });
        it = Workspace.AddUserGroup("it", Sue, Raj);
    }

    private string It => $"<!subteam^{it.Id}|@it>";

    private async Task<string> RelateAsync(SlackUser by, string text) =>
        (await Slack.PostSlashCommandAsync(by, "/relate", text, General)).Message!.Everything;

    private async Task<SlackReply> EditAsync(SlackUser by, SlackViewState state)
    {
        var page = (await Slack.PostSlashCommandAsync(by, "/relate", $"department {It}", General)).Message!;
        await Slack.ClickAsync(by, page, "department.edit");
        return await Slack.SubmitViewAsync(by, await Workspace.Views.WaitForModalAsync(by), state);
    }

    private Task<SlackMessage> AnsweredAsync(SlackUser user, string text) =>
        RunClockUntilAsync(Workspace.Messages.WaitForEphemeralAsync(
            user,
            message => message.Everything.Contains(text, StringComparison.Ordinal)));
}
