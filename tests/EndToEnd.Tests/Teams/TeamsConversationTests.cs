using RelateBot.Infrastructure.Deliveries;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>Adding and removing the bot, people and channels, and who is notified.</summary>
public sealed class TeamsConversationTests : TeamsBotFixture
{
    [Fact]
    public async Task Installed_in_a_personal_chat_it_says_hello_once()
    {
        await Teams.InstallAsync(Mark, Personal);
        await Teams.InstallAsync(Mark, Personal);
        await Teams.UpdateConversationAsync(Mark, Personal, added: [Mark.Id, StandIn.BotId]);

        var hello = await Tenant.WaitForMessageAsync(Personal, "What you store");
        Assert.Contains("Say thanks", hello.Everything, StringComparison.Ordinal);
        Assert.Contains("Show examples", hello.Everything, StringComparison.Ordinal);
        Assert.Single(await OutboxAsync());
    }

    [Fact]
    public async Task Installed_in_a_team_it_says_one_line_once_and_writes_to_nobody()
    {
        await Teams.InstallAsync(Mark, General);
        await Teams.InstallAsync(Mark, General, "add-upgrade");
        await Teams.UpdateConversationAsync(Mark, General, "teamMemberAdded", added: [StandIn.BotId]);
        await Teams.UpdateConversationAsync(Mark, General, "teamMemberAdded", added: [Sue.Id]);

        var hello = await Tenant.WaitForMessageAsync(General, "Mention me");
        Assert.Null(hello.OnlyFor);
        Assert.Single(await OutboxAsync());
        Assert.DoesNotContain(StandIn.Calls, call => call.Operation is TeamsOperation.Create);
    }

    [Fact]
    public async Task The_buttons_of_the_hello_work()
    {
        await Teams.InstallAsync(Mark, Personal);
        var hello = await Tenant.WaitForMessageAsync(Personal, "What you store");

        await Teams.SubmitAsync(Mark, hello, "What you store");
        await Tenant.WaitForMessageAsync(Personal, "own database");
        await Teams.SubmitAsync(Mark, hello, "Say thanks");
        await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "graph.microsoft.com/users"));
    }

    [Fact]
    public async Task Whoever_removed_the_bot_gets_nothing_until_they_write_again()
    {
        var ofSue = Tenant.AddPersonal(Sue);
        await Teams.SayAsync(Sue, ofSue, "help");
        await Tenant.WaitForMessageAsync(ofSue, "Give kudos");
        await Teams.InstallAsync(Sue, ofSue, "remove");
        var calls = StandIn.Calls.Count(call => call.Path.Contains(Uri.EscapeDataString(ofSue.Id), StringComparison.Ordinal));

        await ThankSueAsync();
        await WaitForRowsAsync(
            context => context.Outbox.Where(row => row.Purpose == "thanks.received"),
            rows => rows is [{ Status: OutboxStatus.Dead }]);
        Assert.Equal(calls, StandIn.Calls.Count(call => call.Path.Contains(Uri.EscapeDataString(ofSue.Id), StringComparison.Ordinal)));

        await Teams.SayAsync(Sue, ofSue, "help");
        await ThankSueAsync();
        await RunClockUntilAsync(Tenant.WaitForMessageAsync(ofSue, "Mark Weber thanks you"));
    }

    [Fact]
    public async Task Whoever_blocks_the_bot_is_not_written_to_again()
    {
        Tenant.Change(Sue with { HasBlockedBot = true });
        await ThankSueAsync();
        await WaitForRowsAsync(
            context => context.Outbox.Where(row => row.Purpose == "thanks.received"),
            rows => rows is [{ Status: OutboxStatus.Dead }]);
        await WaitForRowsAsync(
            context => context.TeamsAccounts,
            accounts => accounts.Exists(account => account is { BlockedAt: not null } && account.ExternalId == Sue.AadObjectId));
        var creations = StandIn.Calls.Count(call => call.Operation is TeamsOperation.Create && call.Status == 403);

        await ThankSueAsync();
        await WaitForRowsAsync(
            context => context.Outbox.Where(row => row.Purpose == "thanks.received"),
            rows => rows.Count == 2 && rows.TrueForAll(row => row.Status is OutboxStatus.Dead));
        Assert.Equal(creations, StandIn.Calls.Count(call => call.Operation is TeamsOperation.Create && call.Status == 403));
    }

    [Fact]
    public async Task A_channel_that_was_made_before_the_bot_came_is_found_by_its_name_and_one_that_is_renamed_too()
    {
        await Teams.InstallAsync(Mark, General);
        await ThankSueAsync();
        await RunClockUntilAsync(Tenant.WaitForMessageAsync(Kudos, "the laptop"));
        Assert.Single(StandIn.Calls, call => call.Operation is TeamsOperation.Channels);

        await Teams.UpdateConversationAsync(Mark, Kudos with { Name = "praise" }, "channelRenamed");

        Assert.Contains(await QueryAsync(context => context.TeamsPlaces), place => place.ExternalId == Kudos.Id && place.Name == "praise");
    }

    [Fact]
    public async Task A_team_that_is_gone_is_not_written_to()
    {
        await Teams.InstallAsync(Mark, General);
        await Teams.UpdateConversationAsync(Mark, General, "teamDeleted");

        Assert.All(await QueryAsync(context => context.TeamsPlaces), place => Assert.NotNull(place.RemovedAt));
    }

    [Fact]
    public async Task The_rosters_of_its_teams_are_read_page_by_page()
    {
        await Teams.InstallAsync(Mark, General);

        // By night.
        Time.Advance(TimeSpan.FromHours(18));
        await WaitForRowsAsync(
            context => context.People,
            people => people.Exists(person => person.Name == Raj.Name && person.Email == Raj.Email)
                && people.Exists(person => person.Email == Sue.Email),
            clockRuns: true);

        Assert.Equal(2, StandIn.Calls.Count(call => call.Operation is TeamsOperation.Members));
    }

    private Task<HttpResponseMessage> ThankSueAsync() =>
        Teams.SayAsync(Mark, General, "{bot} thanks {Sue Miller} for the laptop", mentions: Sue);
}
