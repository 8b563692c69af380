using RelateBot.Domain.Exchanges;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.People;

/// <summary>Two departments become one. History keeps its department's name; new entries belong to the remaining department.</summary>
public sealed class SlackMergeTests : SlackDirectoryFixture
{
    private SlackUserGroup support = null!;
    private SlackUserGroup care = null!;
    private SlackChannel help = null!;
    private SlackMessage yours = null!;

    [Fact]
    public async Task History_stays_and_the_future_belongs_to_the_one_that_is_left()
    {
        await ReadDirectoryAsync();
        await TakenAsync("the first question");
        await SolvedAsync();
        await TakenAsync("asked before, solved afterwards");

        Workspace.Put(support with { Users = [] });
        Workspace.Put(care with { Users = [Raj.Id, Sue.Id] });
        await ReadDirectoryAsync();
        await SolvedAsync();
        await TakenAsync("a question to both, since", care);
        await SolvedAsync();

        Assert.Equal("care", await DepartmentOfAsync(Sue));
        Assert.Contains("no asks, 2 helps, no thanks", await WithAsync("@support"), StringComparison.Ordinal);
        Assert.Contains("no asks, 1 help, no thanks", await WithAsync("@care"), StringComparison.Ordinal);
        Assert.Equal(3, (await LedgerAsync()).Count(entry => entry is { Kind: ExchangeKind.Help, CorrectsId: null }));
    }

    protected override void Prepare()
    {
        base.Prepare();
        help = Workspace.AddChannel("help");
        support = Workspace.AddUserGroup("support", Sue);
        care = Workspace.AddUserGroup("care", Raj);
    }

    /// <summary>Mark asks, Sue takes it.</summary>
    private async Task TakenAsync(string text, SlackUserGroup? group = null)
    {
        var asked = group ?? support;
        await Slack.PostSlashCommandAsync(Mark, "/ask", $"<!subteam^{asked.Id}|@{asked.Handle}> {text}", General);
        await Slack.ClickAsync(
            Sue,
            await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
                help.Id,
                message => message.Everything.Contains(text, StringComparison.Ordinal))),
            "ask.take");
        yours = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("You are helping", StringComparison.Ordinal)
                && message.Everything.Contains(text, StringComparison.Ordinal)));
    }

    private async Task SolvedAsync()
    {
        var before = (await LedgerAsync()).Count;
        await Slack.ClickAsync(Sue, yours, "ask.solved");
        await WaitForRowsAsync(context => context.Exchanges, rows => rows.Count > before, clockRuns: true);
    }

    private async Task<string> WithAsync(string department) =>
        (await Slack.PostSlashCommandAsync(Mark, "/relate", $"with {department}", General)).Message!.Everything;
}
