using Microsoft.Extensions.DependencyInjection;
using Moq;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Roster.Csv;
using RelateBot.Infrastructure.Roster.Sync;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.People;

public sealed class SlackDirectoryTests : SlackDirectoryFixture
{
    [Fact]
    public async Task People_come_with_all_that_Slack_tells_and_a_second_time_changes_nothing()
    {
        var zoe = Workspace.AddUser(
            "zoe",
            u => u with
            {
                RealName = "Zoë Ångström",
                DisplayName = "zoe.a",
                Email = "Zoe@Example.com",
                TimeZone = "Europe/Stockholm",
                Locale = "sv-SE"
            });
        Workspace.AddUserGroup("it", Sue, zoe);

        Assert.Contains("6 people, 5 new", await ReadDirectoryAsync(), StringComparison.Ordinal);

        var completed = (await ByAccountAsync())[zoe.Id];
        Assert.Equal(
            ("Zoë Ångström", "zoe.a", "zoe@example.com", "Europe/Stockholm", "sv-SE", PersonKind.Colleague, true),
            (completed.Name, completed.Handle, completed.Email, completed.TimeZone, completed.Locale, completed.Kind, completed.IsActive));
        Assert.Equal(("it", null), (await DepartmentOfAsync(zoe), await DepartmentOfAsync(Mark)));
        Assert.Contains("nobody new and nobody changed", await ReadDirectoryAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_guests_strangers_and_those_who_left_are_told_apart()
    {
        var program = Workspace.AddUser("deploy", u => u with { IsBot = true });
        var workflow = Workspace.AddUser("flow", u => u with { IsWorkflowBot = true });
        var guest = Workspace.AddUser("guest", u => u with { IsUltraRestricted = true });
        var stranger = Workspace.AddUser("stranger", u => u with { IsStranger = true });
        var partner = Workspace.AddUser("partner", u => u with { TeamId = "T0ELSEWHERE" });
        var gone = Workspace.AddUser("gone", u => u with { Deleted = true });
        Workspace.AddUserGroup("it", Sue, guest, partner);

        await ReadDirectoryAsync();

        var people = await ByAccountAsync();
        Assert.Equal(
            [PersonKind.Bot, PersonKind.Bot, PersonKind.Guest, PersonKind.Stranger, PersonKind.Stranger],
            new[] { program, workflow, guest, stranger, partner }.Select(user => people[user.Id].Kind));
        Assert.Equal((null, null), (people[stranger.Id].Email, people[partner.Id].Email));
        Assert.False(people.ContainsKey(gone.Id), "Somebody who left before the bot came was recorded.");
        Assert.Equal(("it", null), (await DepartmentOfAsync(guest), await DepartmentOfAsync(partner)));
        Assert.Contains(
            "Partner belongs to another organisation",
            (await ThanksAsync($"{partner.Mention} for the tip")).Message!.Everything,
            StringComparison.Ordinal);
        Assert.Empty(await LedgerAsync());
    }

    [Fact]
    public async Task Somebody_who_is_deactivated_is_kept_and_out_of_reach_and_comes_back()
    {
        await ReadDirectoryAsync();
        Workspace.Put(Sue with { Deleted = true, Updated = 2 });

        Assert.Contains("1 gone", await ReadDirectoryAsync(), StringComparison.Ordinal);

        Assert.False((await ByAccountAsync())[Sue.Id].IsActive);
        Assert.Contains(
            "Sue Miller no longer has an account",
            (await ThanksAsync($"{Sue.Mention} for all")).Message!.Text,
            StringComparison.Ordinal);
        Workspace.Put(Sue with { Updated = 3 });
        await ReadDirectoryAsync();
        Assert.True((await ByAccountAsync())[Sue.Id].IsActive);
    }

    [Fact]
    public async Task By_night_it_is_read_once_and_nobody_is_woken()
    {
        // It is ten in the morning in UTC, eleven in Zurich; the quiet hour is three in the morning there.
        Time.Advance(TimeSpan.FromHours(15) + TimeSpan.FromMinutes(58));

        await WaitForRowsAsync(context => context.DirectorySyncs, rows => rows is [{ FinishedAt: not null }], clockRuns: true);

        Assert.Equal(
            new DateTimeOffset(2026, 11, 19, 2, 0, 0, TimeSpan.Zero),
            Assert.Single(await SyncsAsync()).StartedAt,
            TimeSpan.FromMinutes(2));
        Assert.Empty(Workspace.MessagesTo(Ada));
        Assert.Single(StandIn.Journal.Of("users.list"));
    }

    [Fact]
    public async Task Only_those_who_look_after_the_workspace_may_have_it_read()
    {
        Assert.Contains("look after this workspace", (await SyncAsync(Mark)).Message!.Text, StringComparison.Ordinal);
        Assert.Empty(await SyncsAsync());

        // Named in Organisation:Admins by his e-mail.
        Assert.Contains("I am reading the directory of Acme", (await SyncAsync(Raj)).Message!.Text, StringComparison.Ordinal);

        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Raj,
            message => message.Text.StartsWith("The directory of Acme", StringComparison.Ordinal)));
        Workspace.Put(Ada with { IsAdmin = false });
        Assert.Contains("look after this workspace", (await SyncAsync(Ada)).Message!.Text, StringComparison.Ordinal);
        StandIn.Faults.Next("users.info", SlackFault.Status(503));
        Assert.Contains("could not find out", (await SyncAsync(Raj)).Message!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_in_several_groups_belongs_to_the_one_that_is_preferred()
    {
        var helpers = Workspace.AddUserGroup("helpers", Sue, Raj);
        Workspace.AddUserGroup("book-club", Sue, Mark);
        Workspace.AddUserGroup("it", Sue);

        await ReadDirectoryAsync();

        Assert.Equal(("it", "helpers", null), (await DepartmentOfAsync(Sue), await DepartmentOfAsync(Raj), await DepartmentOfAsync(Mark)));
        Assert.DoesNotContain(await QueryAsync(context => context.Departments), department => department.Name == "book-club");
        Workspace.Put(helpers with { Disabled = true });
        await ReadDirectoryAsync();
        Assert.Equal(("it", null), (await DepartmentOfAsync(Sue), await DepartmentOfAsync(Raj)));
    }

    [Theory]
    [InlineData(true, "plan has no user groups")]
    [InlineData(false, "usergroups:read")]
    public async Task Without_user_groups_people_are_read_all_the_same(bool scope, string reason)
    {
        Workspace.HasUserGroups = false;
        if (!scope)
        {
            Workspace.Scopes.Remove("usergroups:read");
        }

        Assert.Contains(reason, await ReadDirectoryAsync(), StringComparison.Ordinal);

        Assert.Equal("sue@example.com", (await ByAccountAsync())[Sue.Id].Email);
        Assert.Equal(DirectoryStage.Idle, Assert.Single(await SyncsAsync()).Stage);
    }

    [Fact]
    public async Task A_429_is_waited_for_while_messages_go_on()
    {
        StandIn.Faults.Next("users.list", SlackFault.RateLimited(TimeSpan.FromSeconds(40)));
        await SyncAsync(Ada);
        await StandIn.Journal.WaitForCallAsync("users.list");

        await ThanksAsync($"--private {Sue.Mention} for the laptop");

        await Workspace.Messages.WaitForMessageAsync(Sue);
        await WaitForRowsAsync(context => context.DirectorySyncs, rows => rows is [{ FinishedAt: not null }], clockRuns: true);
        var calls = StandIn.Journal.Of("users.list");
        Assert.True(calls[1].At - calls[0].At >= TimeSpan.FromSeconds(40), $"Slack was asked again after {calls[1].At - calls[0].At}.");
    }

    [Fact]
    public async Task What_the_roster_says_stays_and_what_it_leaves_open_is_filled()
    {
        await ReadDirectoryAsync();
        var organisation = Assert.Single(await QueryAsync(context => context.Organisations));
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, "email,name,department\nsue@example.com,Susan Miller-Smith,Helpdesk\n");
        using (var table = RosterImporter.Open(file))
        {
            await Bot.Services.GetRequiredService<RosterImporter>()
                .RunAsync(organisation.Id, table, new RosterOptions(), Mock.Of<IImportListener>(), default);
        }

        File.Delete(file);
        Workspace.AddUserGroup("it", Sue, Raj);
        Workspace.Put(Sue with { RealName = "Sue M.", TimeZone = "Europe/Zurich", Updated = 5 });

        await ReadDirectoryAsync();

        var sue = (await ByAccountAsync())[Sue.Id];
        Assert.Equal(("Susan Miller-Smith", "Europe/Zurich"), (sue.Name, sue.TimeZone));
        Assert.Equal(("Helpdesk", "it"), (await DepartmentOfAsync(Sue), await DepartmentOfAsync(Raj)));
    }

    protected override Dictionary<string, string?> Settings() => new(base.Settings(), StringComparer.Ordinal)
    {
        ["Organisation:TimeZone"] = "Europe/Zurich",
        ["Organisation:Admins"] = "somebody@example.com, Raj@example.com",
        ["Slack:Departments"] = "it, @helpers",
    };
}
