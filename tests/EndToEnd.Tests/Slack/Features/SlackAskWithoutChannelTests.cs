using RelateBot.EndToEnd.Tests.Slack.People;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Features;

/// <summary>Asks without a help channel, neither a department's own nor a shared one.</summary>
public sealed class SlackAskWithoutChannelTests : SlackDirectoryFixture
{
    private SlackUserGroup it = null!;

    [Fact]
    public async Task A_departments_people_are_asked_directly_and_the_first_to_take_it_is_seen_by_all()
    {
        await ReadDirectoryAsync();

        var asked = await AskAsync($"<!subteam^{it.Id}|@it> my laptop freezes");

        Assert.Contains("I asked it, 2 people, in direct messages.", asked, StringComparison.Ordinal);
        var toSue = await Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("my laptop freezes", StringComparison.Ordinal));
        var toRaj = await Workspace.Messages.WaitForMessageAsync(
            Raj,
            message => message.Everything.Contains("my laptop freezes", StringComparison.Ordinal));
        await Slack.ClickAsync(Sue, toSue, "ask.take");
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Raj,
            message => message.Ts == toRaj.Ts && message.Everything.Contains("is on it", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task With_nobody_to_ask_it_is_kept_and_said_so()
    {
        Workspace.AddUserGroup("sales");
        await ReadDirectoryAsync();

        Assert.Contains(
            "I wrote it down, but I know nobody to ask",
            await AskAsync("@sales who knows the prices?"),
            StringComparison.Ordinal);
        Assert.Single(await QueryAsync(context => context.Asks));
    }

    protected override void Prepare()
    {
        base.Prepare();
        it = Workspace.AddUserGroup("it", Sue, Raj);
    }

    protected override Dictionary<string, string?> Settings() =>
        new(base.Settings(), StringComparer.Ordinal) { ["Organisation:HelpChannel"] = "" };

    private async Task<string> AskAsync(string text) =>
        (await Slack.PostSlashCommandAsync(Mark, "/ask", text, General)).Message!.Everything;
}
