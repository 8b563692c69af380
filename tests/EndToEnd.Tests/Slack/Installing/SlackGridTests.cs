using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Installing;

public sealed class SlackGridTests : SlackInstallFixture
{
    private SlackEnterprise enterprise = null!;
    private SlackWorkspace sales = null!;
    private SlackUser sal = null!;
    private SlackChannel salesKudos = null!;

    protected override void Prepare()
    {
        base.Prepare();
        sales = StandIn.AddWorkspace("Acme Sales");
        sal = sales.AddUser("sal");
        sales.AddChannel("general");
        salesKudos = sales.AddChannel("kudos");
        enterprise = new SlackEnterprise("Acme Group", Workspace, sales);
    }

    [Fact]
    public async Task One_installation_serves_every_team_of_an_enterprise_as_one_organisation()
    {
        await InstallAsync(enterprise);
        using var inSales = new SlackCaller(sales, Bot.Address);

        await ThanksAsync($"{Sue.Mention} for the laptop");
        await inSales.PostSlashCommandAsync(sales.AddUser("ann"), "/thanks", $"{sal.Mention} for the deal", sales.Channel("general"));

        await Workspace.Messages.WaitForMessageAsync(Sue);
        await sales.Messages.WaitForMessageAsync(sal);
        Assert.Contains("the laptop", (await Workspace.Messages.WaitForMessageAsync(Kudos.Id)).Everything, StringComparison.Ordinal);
        Assert.Contains("the deal", (await sales.Messages.WaitForMessageAsync(salesKudos.Id)).Everything, StringComparison.Ordinal);
        Assert.Single(Kudos.Messages);
        Assert.Single((await LedgerAsync()).Select(exchange => exchange.OrganisationId).Distinct());
        Assert.Equal(2, (await QueryAsync(context => context.Workspaces)).Count);
        Assert.All(StandIn.Journal.Of("conversations.list"), call => Assert.NotNull(call.Text("team_id")));
    }

    [Fact]
    public async Task People_who_come_first_at_the_same_moment_all_find_their_team()
    {
        await InstallAsync(enterprise);

        var replies = await Task.WhenAll(Enumerable
            .Range(0, 8)
            .Select(n => ThanksAsync($"{Sue.Mention} for {n}", by: Workspace.AddUser($"user{n}"))));

        Assert.All(replies, reply => Assert.StartsWith("You thanked", reply.Message!.Text, StringComparison.Ordinal));
        Assert.Single(await QueryAsync(context => context.Workspaces));
    }

    [Fact]
    public async Task An_enterprise_takes_over_from_a_team_that_had_the_app_by_itself()
    {
        await InstallAsync(Workspace);
        await ThanksAsync($"{Sue.Mention} for the laptop");
        await WaitForRowsAsync(context => context.Outbox, messages => messages.TrueForAll(message => message.SettledAt is not null));
        await InstallAsync(enterprise);
        StandIn.OAuth.Uninstall(Workspace);
        await Slack.PostEventAsync(new JsonObject { ["type"] = "app_uninstalled" });

        await ThanksAsync($"{Raj.Mention} for the map");

        await Workspace.Messages.WaitForMessageAsync(Raj);
        Assert.Single((await LedgerAsync()).Select(exchange => exchange.OrganisationId).Distinct());
        Assert.Single(await QueryAsync(context => context.Organisations));
    }

    [Fact]
    public async Task An_enterprise_that_removes_the_app_ends_it_for_all_its_teams()
    {
        await InstallAsync(enterprise);
        await ThanksAsync($"{Sue.Mention} for the laptop");
        StandIn.OAuth.Uninstall(enterprise);
        enterprise.HasApp = true;
        await Slack.PostEventAsync(new JsonObject { ["type"] = "app_uninstalled" });

        Assert.NotNull(Assert.Single(await InstallationsAsync()).EndedAt);
        Assert.Contains("do not look after", (await ThanksAsync($"{Sue.Mention} again")).Message!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_the_enterprise_takes_the_app_from_is_left_and_the_others_go_on()
    {
        await InstallAsync(enterprise);
        using var inSales = new SlackCaller(sales, Bot.Address);
        StandIn.Faults.Next("chat.postMessage", SlackFault.Status(503), times: 1000);
        await inSales.PostSlashCommandAsync(sales.AddUser("ann"), "/thanks", $"{sal.Mention} for the deal", sales.Channel("general"));

        // A message that is being sent at that moment can no longer be withdrawn, so wait until none is.
        await WaitForRowsAsync(
            context => context.Outbox,
            messages => messages.Count > 0
                && messages.TrueForAll(message => message is { LastError: not null, Status: OutboxStatus.Pending }));

        await Slack.PostEventAsync(new JsonObject { ["type"] = "team_access_revoked", ["team_ids"] = new JsonArray(sales.Id) });

        await WaitForRowsAsync(
            context => context.Outbox,
            messages => messages.TrueForAll(message => message.Status is OutboxStatus.Withdrawn),
            clockRuns: true);
        StandIn.Faults.Clear();
        await ThanksAsync($"{Sue.Mention} for the laptop");
        await Workspace.Messages.WaitForMessageAsync(Sue);
        Assert.Empty(sales.MessagesTo(sal));

        // When it has access again, it is reconnected once someone there does something.
        await inSales.PostSlashCommandAsync(sal, "/thanks", $"{sales.AddUser("ben").Mention} for the lead", sales.Channel("general"));
        await RunClockUntilAsync(sales.Messages.WaitForMessageAsync(salesKudos.Id));
    }

    [Fact]
    public async Task A_colleague_of_a_sibling_workspace_is_a_colleague_wherever_they_are_met()
    {
        await InstallAsync(enterprise);
        Workspace.Put(sal);
        var far = StandIn.AddWorkspace("Partner");
        _ = new SlackEnterprise("Partners", far);
        var eve = Workspace.Put(far.AddUser("eve"));
        var shared = Workspace.AddChannel("with-partners", isShared: true);

        Assert.StartsWith("You thanked", (await ThanksAsync($"{sal.Mention} for the deal")).Message!.Text, StringComparison.Ordinal);
        Assert.Contains("another organisation", (await ThanksAsync($"{eve.Mention} for it")).Message!.Text, StringComparison.Ordinal);
        await Slack.SayAsync(sal, shared, $"<@{Workspace.Bot.Id}> thanks <@{Sue.Id}> for the laptop");
        await Slack.SayAsync(eve, shared, $"<@{Workspace.Bot.Id}> thanks <@{Sue.Id}> for the help");

        Assert.Equal(["the deal", "the laptop"], (await LedgerAsync()).Select(exchange => exchange.Note).Order(StringComparer.Ordinal));
        Assert.Contains(
            "organisation that invited you",
            (await Workspace.Messages.WaitForEphemeralAsync(eve)).Text,
            StringComparison.Ordinal);
        Assert.Equal(PersonKind.Colleague, Assert.Single(await PeopleAsync(), person => person.Name == "Sal").Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tap_at_home_belongs_to_the_workspace_of_the_view(bool namesEnterprise)
    {
        await InstallAsync(enterprise);
        Workspace.Put(sal);
        await ThanksAsync($"{Sue.Mention} for the laptop", by: sal);
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = namesEnterprise ? new JsonObject { ["id"] = enterprise.Id, ["domain"] = "acme" } : null,
            ["enterprise"] = new JsonObject { ["id"] = enterprise.Id, ["name"] = enterprise.Name },
            ["is_enterprise_install"] = true,
            ["user"] = new JsonObject { ["id"] = sal.Id, ["name"] = "sal", ["team_id"] = sales.Id },
            ["trigger_id"] = Workspace.MintTrigger(sal),
            ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V1" },
            ["view"] = new JsonObject { ["id"] = "V1", ["team_id"] = Workspace.Id, ["type"] = "home" },
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = "thanks.form", ["value"] = "Thanks" }),
        };

        var reply = await Slack.SendAsync(
            "/slack/interactions",
            "application/x-www-form-urlencoded",
            Encoding.UTF8.GetBytes($"payload={Uri.EscapeDataString(payload.ToJsonString())}"));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.NotEmpty(StandIn.Journal.Of("views.open"));
        Assert.Equal([Workspace.Id], (await QueryAsync(context => context.Workspaces)).Select(workspace => workspace.ExternalId));
    }

    [Fact]
    public async Task An_event_that_names_the_enterprise_makes_no_workspace_of_it()
    {
        await InstallAsync(enterprise);
        await ThanksAsync($"{Sue.Mention} for the laptop");

        var changed = await TellOfEnterpriseAsync(new JsonObject
        {
            ["type"] = "user_change",
            ["user"] = SlackEventJson.Of(Sue with { RealName = "Sue Miller-Smith", Updated = 10 }, Workspace),
        });
        await TellOfEnterpriseAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = Sue.Id, ["tab"] = "home" });

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal([Workspace.Id], (await QueryAsync(context => context.Workspaces)).Select(workspace => workspace.ExternalId));
        Assert.Contains(await PeopleAsync(), person => person.Name == "Sue Miller-Smith");
    }

    [Fact]
    public async Task A_team_of_another_enterprise_is_declined()
    {
        await InstallAsync(enterprise);
        var stranger = StandIn.AddWorkspace("Stranger");
        _ = new SlackEnterprise("Strangers", stranger);
        var eve = stranger.AddUser("eve");
        using var caller = new SlackCaller(stranger, Bot.Address);

        var reply = await caller.PostSlashCommandAsync(eve, "/thanks", $"{eve.Mention} for it", stranger.AddChannel("general"));

        Assert.Contains("do not look after", reply.Message!.Text, StringComparison.Ordinal);
        Assert.Empty(await PeopleAsync());
    }

    private Task<SlackReply> TellOfEnterpriseAsync(JsonObject slackEvent) => Slack.SendAsync(
        "/slack/events",
        "application/json",
        Encoding.UTF8.GetBytes(new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = enterprise.Id,
            ["context_team_id"] = enterprise.Id,
            ["enterprise_id"] = enterprise.Id,
            ["context_enterprise_id"] = enterprise.Id,
            ["event"] = slackEvent,
            ["event_id"] = $"Ev{slackEvent["type"]}",
            ["event_time"] = 1,
            ["authorizations"] = new JsonArray(new JsonObject
            {
                ["enterprise_id"] = enterprise.Id, ["team_id"] = null, ["is_enterprise_install"] = true,
            }),
        }.ToJsonString()));
}
