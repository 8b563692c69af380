using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Features;

/// <summary>The balance between two sides, as Mark and the head of a department read it.</summary>
public sealed class SlackBalanceTests : SlackBotFixture
{
    private SlackUserGroup it = null!;
    private SlackChannel help = null!;
    private SlackUser boss = null!;

    [Fact]
    public async Task Marks_balance_with_IT_counts_each_way_and_names_what_would_help()
    {
        await SolvedAsync("my laptop freezes");
        await Slack.PostSlashCommandAsync(boss, "/relate", $"admin head {It} {Sue.Mention}", General);
        await SayHowToHelpAsync();

        var with = await Slack.PostSlashCommandAsync(Mark, "/relate", $"with {It}", General);

        var words = with.Message!.Everything;
        Assert.Contains("1 ask, no helps, no thanks", words, StringComparison.Ordinal);
        Assert.Contains("no asks, 1 help, no thanks", words, StringComparison.Ordinal);
        Assert.Contains("one way ▱▱▱▱▱▱▱▱▱▱ even", words, StringComparison.Ordinal);
        Assert.Contains("helped you, “my laptop freezes”", words, StringComparison.Ordinal);
        Assert.Contains("Two ideas", words, StringComparison.Ordinal);
        Assert.Contains("• Send a screenshot.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_thanks_opens_the_form_with_the_helper_in_it()
    {
        await SolvedAsync("my laptop freezes");
        var with = await Slack.PostSlashCommandAsync(Mark, "/relate", $"with {Sue.Mention}", General);
        Assert.Contains("A word from you would reach them", with.Message!.Everything, StringComparison.Ordinal);

        await Slack.ClickAsync(Mark, with.Message!, "with.thank");
        var form = await Workspace.Views.WaitForModalAsync(
            Mark,
            view => view.Sent.GetRawText().Contains("Say thanks", StringComparison.Ordinal));
        Assert.Contains(Sue.Id, form.Sent.GetRawText(), StringComparison.Ordinal);
        await Slack.SubmitViewAsync(Mark, form, new SlackViewState().Users("people", Sue).Text("note", "the patience"));

        var after = (await Slack.PostSlashCommandAsync(Mark, "/relate", $"with {Sue.Mention}", General)).Message!.Everything;
        Assert.Contains("no asks, no helps, 1 thanks", after, StringComparison.Ordinal);
        Assert.DoesNotContain("A word from you would reach them", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_ask_that_fits_what_I_offer_is_the_first_idea()
    {
        await Slack.PostSlashCommandAsync(Sue, "/ask", "#excel how do I compare two lists?", General);
        await Workspace.Messages.WaitForMessageAsync(help.Id);
        await Slack.PostSlashCommandAsync(Mark, "/relate", "offer #excel", General);

        var with = await Slack.PostSlashCommandAsync(Mark, "/relate", $"with {Sue.Mention}", General);

        Assert.Contains("asks about #excel, which you offer", with.Message!.Everything, StringComparison.Ordinal);
        await Slack.ClickAsync(Mark, with.Message!, "ask.take");
        Assert.Single(await QueryAsync(context => context.AskHelpers));
    }

    [Fact]
    public async Task Somebody_who_moves_takes_no_history_along()
    {
        await SolvedAsync("my laptop freezes");
        await ChangeAsync((context, department) =>
        {
            var sales = new Department { Id = NewId(), OrganisationId = department.OrganisationId, Name = "Sales", Handle = "sales" };
            context.Departments.Add(sales);
            context.People.Find(context.Identities.First(identity => identity.ExternalId == Sue.Id).PersonId)!.DepartmentId = sales.Id;
        });

        Assert.Contains(
            "no asks, 1 help, no thanks",
            (await Slack.PostSlashCommandAsync(Mark, "/relate", $"with {It}", General)).Message!.Everything,
            StringComparison.Ordinal);
        Assert.Contains(
            "No help is recorded yet",
            (await Slack.PostSlashCommandAsync(Mark, "/relate", "with @sales", General)).Message!.Everything,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("with", "With whom?")]
    [InlineData("with @nobody", "I know nobody called nobody")]
    [InlineData("with {mark}", "With yourself you are even")]
    public async Task Refusals_are_sentences(string text, string expected)
    {
        var reply = await Slack.PostSlashCommandAsync(
            Mark,
            "/relate",
            text.Replace("{mark}", Mark.Mention, StringComparison.Ordinal),
            General);

        Assert.Contains(expected, reply.Message!.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "In 90 days: helps 7 given, 2 received; thanks 0 given, 3 received; asks 0 made, 0 received.")]
    [InlineData(4, "Few")]
    public async Task A_head_reads_figures_of_groups_that_are_large_enough(int members, string expected)
    {
        await Slack.PostSlashCommandAsync(boss, "/relate", $"admin head {It} {Sue.Mention}", General);
        await AddSalesAsync(members);

        var page = (await Slack.PostSlashCommandAsync(Sue, "/relate", $"department {It}", General)).Message!;
        await Slack.ClickAsync(Sue, page, "department.balance#1");

        var around = await RunClockUntilAsync(Workspace.Messages.WaitForEphemeralAsync(
            Sue,
            message => message.Everything.Contains("and other departments", StringComparison.Ordinal)));
        Assert.Contains("Sales", around.Everything, StringComparison.Ordinal);
        Assert.Contains(expected, around.Everything, StringComparison.Ordinal);
        Assert.Equal(members < 5, !around.Everything.Contains("helps 7", StringComparison.Ordinal));
    }

    protected override void Prepare()
    {
        help = Workspace.AddChannel("help");
        boss = Workspace.AddUser("boss", user => user with { RealName = "Ana Lima", IsAdmin = true });
        it = Workspace.AddUserGroup("it", Sue, Raj);
    }

    private string It => $"<!subteam^{it.Id}|@it>";

    /// <summary>Mark asks IT, Sue, who belongs to it, helps.</summary>
    private async Task SolvedAsync(string text)
    {
        await Slack.PostSlashCommandAsync(Mark, "/ask", $"{It} {text}", General);
        await Slack.PostSlashCommandAsync(Sue, "/relate", "help", General);
        await ChangeAsync((context, department) =>
            context.People
                .Find(context.Identities.First(identity => identity.ExternalId == Sue.Id).PersonId)!.DepartmentId = department.Id);
        await Slack.ClickAsync(Sue, await Workspace.Messages.WaitForMessageAsync(help.Id), "ask.take");
        await Slack.ClickAsync(
            Sue,
            await Workspace.Messages.WaitForMessageAsync(
                Sue,
                message => message.Everything.Contains("You are helping", StringComparison.Ordinal)),
            "ask.solved");
        await WaitForRowsAsync(context => context.Exchanges, rows => rows.Count == 1, clockRuns: true);
    }

    private async Task SayHowToHelpAsync()
    {
        var page = (await Slack.PostSlashCommandAsync(Sue, "/relate", $"department {It}", General)).Message!;
        await Slack.ClickAsync(Sue, page, "department.edit");
        await Slack.SubmitViewAsync(
            Sue,
            await Workspace.Views.WaitForModalAsync(Sue),
            new SlackViewState().Text("lines", "Send a screenshot."));
    }

    private Task AddSalesAsync(int members) => ChangeAsync((context, department) =>
    {
        var sales = new Department { Id = NewId(), OrganisationId = department.OrganisationId, Name = "Sales", Handle = "sales" };
        context.Departments.Add(sales);
        foreach (var team in new[] { department, sales })
        {
            context.People.AddRange(Enumerable.Range(0, members).Select(number => new Person
            {
                Id = NewId(), OrganisationId = department.OrganisationId, Name = $"{team.Name} {number}", DepartmentId = team.Id,
            }));
        }

        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        foreach (var (span, start) in new[] { (FlowSpan.Day, today), (FlowSpan.Month, new DateOnly(today.Year, today.Month, 1)) })
        {
            context.Flows.Add(Flow(department, sales, span, start, helps: 7, thanks: 0));
            context.Flows.Add(Flow(sales, department, span, start, helps: 2, thanks: 3));
        }
    });

    private Flow Flow(Department from, Department to, FlowSpan span, DateOnly start, int helps, int thanks)
    {
        var flow = new Flow
        {
            OrganisationId = from.OrganisationId,
            Span = span,
            Start = start,
            FromDepartmentId = from.Id,
            ToDepartmentId = to.Id
        };
        foreach (var kind in Enumerable.Repeat(ExchangeKind.Help, helps).Concat(Enumerable.Repeat(ExchangeKind.Thanks, thanks)))
        {
            flow.Apply(new Exchange
            {
                Id = NewId(),
                OrganisationId = from.OrganisationId,
                ActId = NewId(),
                Kind = kind,
                FromPersonId = NewId(),
                Note = "",
                Values = [],
                Visibility = Visibility.Public, OccurredAt = Time.GetUtcNow(), RecordedAt = Time.GetUtcNow(), Source = "test",
            });
        }

        return flow;
    }

    private Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());

    private async Task ChangeAsync(Action<RelateDbContext, Department> change)
    {
        var department = Assert.Single(await QueryAsync(context => context.Departments));
        await Bot.InScopeAsync(department.OrganisationId, async services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            change(context, department);
            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return true;
        });
    }
}
