using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Slack.Access;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.EndToEnd.Tests.Teams;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Platforms;

/// <summary>One organisation in Slack and in Teams. Someone with an account in both is one person.</summary>
public sealed class TwoPlatformsTests : BotFixture, IAsyncLifetime
{
    private TeamsStandIn teams = null!;
    private SlackStandIn slack = null!;
    private TeamsCaller inTeams = null!;
    private SlackCaller? inSlack;
    private TeamsUser markInTeams = null!;
    private TeamsUser sueInTeams = null!;
    private SlackUser sueInSlack = null!;
    private SlackUser anaInSlack = null!;
    private SlackChannel channel = null!;
    private TeamsConversation general = null!;

    public async Task InitializeAsync()
    {
        teams = await TeamsStandIn.StartAsync(Time);
        slack = await SlackStandIn.StartAsync(new SlackStandInOptions { Time = Time });
        markInTeams = teams.Tenant.AddUser("Mark Weber");
        sueInTeams = teams.Tenant.AddUser("Sue Miller");
        general = teams.Tenant.AddChannel("19:engineering@thread.tacv2", "General", markInTeams, sueInTeams);
        teams.Tenant.AddChannel("19:engineering@thread.tacv2", "kudos", markInTeams, sueInTeams);
        sueInSlack = slack.Workspace.AddUser("sue", user => user with { RealName = "Sue Miller", Email = "Sue-Miller@example.com" });
        anaInSlack = slack.Workspace.AddUser("ana", user => user with { RealName = "Ana Lima", Email = "ana-lima@example.com" });
        channel = slack.Workspace.AddChannel("general");
        slack.Workspace.AddChannel("kudos");
        Bot = await BotUnderTest.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Slack:SigningSecret"] = slack.Options.SigningSecret,
                ["Slack:BotToken"] = slack.Workspace.BotToken,
                ["Slack:ApiBaseUrl"] = slack.ApiBaseUrl.ToString(),
                ["Teams:AppId"] = teams.AppId,
                ["Teams:TenantId"] = teams.Tenant.Id,
                ["Teams:ClientSecret"] = teams.ClientSecret,
                ["Teams:OpenIdMetadataUrl"] = teams.MetadataUrl,
                ["Teams:ServiceUrls"] = teams.ServiceUrl,
            },
            Time, services: services => MicrosoftRedirectHandler.Register(services, teams.BaseUrl), logs: Logs);
        await Bot.Services.GetRequiredService<ConfiguredSlackTeam>().Connected;
        inTeams = new TeamsCaller(teams, Bot.Client);
        inSlack = NewCaller();

        // Both of Slack's have been heard of there.
        foreach (var user in new[] { sueInSlack, anaInSlack })
        {
            await inSlack.PostSlashCommandAsync(user, "/relate", "help", channel);
            await WaitForRowsAsync(
                context => context.People,
                people => people.Exists(person => user.Email!.Equals(person.Email, StringComparison.OrdinalIgnoreCase)),
                clockRuns: true);
        }

        await inTeams.InstallAsync(markInTeams, general);
    }

    public async Task DisposeAsync()
    {
        inSlack?.Dispose();
        await Bot.DisposeAsync();
        await slack.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task Thanks_written_in_Teams_reach_somebody_who_only_uses_Slack()
    {
        await inTeams.SayAsync(markInTeams, general, "{bot} thanks @Ana Lima for the map");

        var received = await RunClockUntilAsync(slack.Workspace.Messages.WaitForMessageAsync(
            anaInSlack,
            message => message.Everything.Contains("the map", StringComparison.Ordinal)));
        Assert.Contains("Mark Weber thanks you", received.Everything, StringComparison.Ordinal);
        Assert.Equal("teams", Assert.Single(await LedgerAsync()).Source);
    }

    [Fact]
    public async Task Somebody_mentioned_in_Teams_for_the_first_time_is_who_they_are_in_Slack()
    {
        var sue = Assert.Single(await QueryAsync(context => context.People), person => person.Email == sueInTeams.Email);

        await inTeams.SayAsync(markInTeams, general, "{bot} thanks {Sue Miller} for the laptop", mentions: sueInTeams);

        await RunClockUntilAsync(
            teams.Tenant.WaitForMessageAsync(message => message.Conversation == $"a:1personal-{sueInTeams.AadObjectId}"));
        Assert.Equal(sue.Id, Assert.Single(await LedgerAsync()).ToPersonId);
        Assert.Equal(2, (await QueryAsync(context => context.Identities)).Count(identity => identity.PersonId == sue.Id));
        Assert.Single(await QueryAsync(context => context.People), person => person.Name == "Sue Miller");
    }

    [Fact]
    public async Task Somebody_who_writes_in_Teams_for_the_first_time_is_who_they_are_in_Slack()
    {
        await inTeams.SayAsync(sueInTeams, general, "{bot} thanks {Mark Weber} for the coffee", mentions: markInTeams);

        var sue = Assert.Single(await QueryAsync(context => context.People), person => person.Name == "Sue Miller");
        Assert.Equal(sue.Id, Assert.Single(await LedgerAsync()).FromPersonId);
    }

    [Fact]
    public async Task A_department_that_is_thanked_hears_of_it_once_and_its_figures_count_once()
    {
        await inTeams.SayAsync(sueInTeams, general, "{bot} help");
        await inTeams.SayAsync(markInTeams, general, "{bot} help");
        await AddDepartmentsAsync();

        await inTeams.SayAsync(markInTeams, general, "{bot} thanks @IT for the quick repair");
        await inSlack!.PostSlashCommandAsync(anaInSlack, "/thanks", "@Sue Miller for the projector", channel);

        await RunClockUntilAsync(slack.Workspace.Messages.WaitForMessageAsync(
            sueInSlack,
            message => message.Everything.Contains("the projector", StringComparison.Ordinal)));
        await RunClockUntilAsync(teams.Tenant.WaitForMessageAsync(message =>
            message.Conversation == $"a:1personal-{sueInTeams.AadObjectId}"
                && message.Everything.Contains("the quick repair", StringComparison.Ordinal)));
        var flow = Assert.Single(
            await WaitForRowsAsync(
                context => context.Flows.Where(flow => flow.Span == FlowSpan.Day),
                flows => flows.Sum(flow => flow.Thanks) == 2,
                clockRuns: true));
        Assert.Equal(2, flow.Thanks);
        Assert.Equal(2, (await OutboxAsync()).Count(row => row.Purpose == "thanks.received"));
    }

    [Fact]
    public async Task Help_given_across_both_is_thanked_for_where_they_are_and_counts_once()
    {
        await inTeams.SayAsync(markInTeams, general, "{bot} helped @Ana Lima with the map");
        var claim = await RunClockUntilAsync(slack.Workspace.Messages.WaitForMessageAsync(
            anaInSlack,
            message => message.Everything.Contains("noted that they helped you", StringComparison.Ordinal)));

        await inSlack!.ClickAsync(anaInSlack, claim, "helped.thanks");
        await inSlack.ClickAsync(anaInSlack, claim, "helped.thanks");

        await RunClockUntilAsync(ToMarkInTeamsAsync("thanks you"));
        Assert.Equal(
            [ExchangeKind.Help, ExchangeKind.Thanks],
            (await LedgerAsync()).Select(entry => entry.Kind).OrderByDescending(kind => kind is ExchangeKind.Help));
        Assert.Single((await LedgerAsync())
            .Select(entry => new HashSet<Guid> { entry.FromPersonId, entry.ToPersonId!.Value })
            .Distinct(HashSet<Guid>.CreateSetComparer()));
    }

    [Fact]
    public async Task An_ask_written_in_Teams_is_taken_and_solved_in_Slack()
    {
        await inTeams.SayAsync(markInTeams, general, "{bot} ask @Ana Lima where the map is");
        var asked = await RunClockUntilAsync(slack.Workspace.Messages.WaitForMessageAsync(
            anaInSlack,
            message => message.Everything.Contains("where the map is", StringComparison.Ordinal)));

        await inSlack!.ClickAsync(anaInSlack, asked, "ask.take");
        await RunClockUntilAsync(ToMarkInTeamsAsync("took it at"));
        var yours = await RunClockUntilAsync(slack.Workspace.Messages.WaitForMessageAsync(
            anaInSlack,
            message => message.Everything.Contains("You are helping", StringComparison.Ordinal)));
        await inSlack.ClickAsync(anaInSlack, yours, "ask.solved");

        await RunClockUntilAsync(ToMarkInTeamsAsync("says that this is solved"));
        Assert.Equal((ExchangeKind.Help, "teams"), Assert.Single(await LedgerAsync()) is var help ? (help.Kind, help.Source) : default);
    }

    private SlackCaller NewCaller() => new(slack.Workspace, Bot.Address);

    private Task<TeamsMessage> ToMarkInTeamsAsync(string words) =>
        teams.Tenant.WaitForMessageAsync(message =>
            message.Conversation == $"a:1personal-{markInTeams.AadObjectId}"
                && message.Everything.Contains(words, StringComparison.Ordinal));

    /// <summary>Sue is in IT, Mark and Ana in Sales.</summary>
    private async Task AddDepartmentsAsync()
    {
        var people = await QueryAsync(context => context.People);
        await Bot.InScopeAsync(people[0].OrganisationId, async services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            foreach (var (name, members) in new[] { ("IT", new[] { "Sue Miller" }), ("Sales", ["Mark Weber", "Ana Lima"]) })
            {
                var department = new Department
                {
                    Id = Guid.CreateVersion7(Time.GetUtcNow()),
                    OrganisationId = people[0].OrganisationId,
                    Name = name,
                    Handle = name.ToLowerInvariant()
                };
                context.Departments.Add(department);
                foreach (var person in context.People.Where(person => members.Contains(person.Name)))
                {
                    person.DepartmentId = department.Id;
                }
            }

            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return true;
        });
    }
}
