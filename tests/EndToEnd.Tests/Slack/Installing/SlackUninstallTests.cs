using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence.Database;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Installing;

public sealed class SlackUninstallTests : SlackInstallFixture
{
    public static TheoryData<string> Endings => [AppUninstalled, """{"type":"tokens_revoked","tokens":{"bot":["U0BOT"]}}"""];

    private const string AppUninstalled = """{"type":"app_uninstalled"}""";

    protected override Task StartedAsync() => InstallAsync(Workspace);

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task An_app_that_is_removed_forgets_its_token_takes_back_what_waits_and_keeps_the_data(string ending)
    {
        StandIn.Faults.Next("chat.postMessage", SlackFault.Status(503), times: 1000);
        await ThanksAsync($"{Sue.Mention} for the laptop");
        await WaitForRowsAsync(
            context => context.Outbox,
            messages => messages.TrueForAll(message => message.Attempts > 0 && message.Status is OutboxStatus.Pending));
        StandIn.OAuth.Uninstall(Workspace);

        await EndAsync(ending);
        await EndAsync(ending);
        StandIn.Faults.Clear();
        var before = StandIn.Journal.Count;

        var installation = Assert.Single(await InstallationsAsync());
        Assert.Equal((null, null), (installation.Token, installation.RefreshToken));
        Assert.Equal(Time.GetUtcNow(), installation.EndedAt);
        Assert.All(await OutboxAsync(), message => Assert.Equal(OutboxStatus.Withdrawn, message.Status));
        Assert.Single(await LedgerAsync());
        Assert.Contains("do not look after", (await ThanksAsync($"{Sue.Mention} for another")).Message!.Text, StringComparison.Ordinal);
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(before, StandIn.Journal.Count);
    }

    [Fact]
    public async Task A_users_own_token_that_is_revoked_ends_nothing()
    {
        await EndAsync("""{"type":"tokens_revoked","tokens":{"oauth":["U0MARK"],"bot":[]}}""");

        Assert.Null(Assert.Single(await InstallationsAsync()).EndedAt);
    }

    [Fact]
    public async Task A_removal_that_Slack_tells_late_does_not_end_the_installation_that_came_after()
    {
        var (request, _) = await EndAsync(AppUninstalled);
        Time.Advance(TimeSpan.FromMinutes(2));
        await InstallAsync(Workspace);

        await Slack.SendAsync(request);

        Assert.Null(Assert.Single(await InstallationsAsync()).EndedAt);
        await ThanksAsync($"{Sue.Mention} for the laptop");
        await Workspace.Messages.WaitForMessageAsync(Sue);
    }

    [Fact]
    public async Task The_data_goes_when_nobody_came_back_in_time_and_only_the_data_of_those_who_left()
    {
        var other = StandIn.AddWorkspace("Other");
        var ben = other.AddUser("ben");
        using var caller = new SlackCaller(other, Bot.Address);
        await InstallAsync(other);
        await caller.PostSlashCommandAsync(other.AddUser("eve"), "/thanks", $"{ben.Mention} for the map", other.AddChannel("general"));
        await ThanksAsync($"{Sue.Mention} for the laptop");
        await other.Messages.WaitForMessageAsync(ben);
        await Workspace.Messages.WaitForMessageAsync(Sue);
        await EndAsync(AppUninstalled);

        Time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromMinutes(1));
        await EraseAsync();
        Assert.Equal(2, (await LedgerAsync()).Count);
        Time.Advance(TimeSpan.FromMinutes(2));
        await EraseAsync();

        var left = Assert.Single(await LedgerAsync());
        Assert.Equal("the map", left.Note);
        Assert.All(await PeopleAsync(), person => Assert.Equal(left.OrganisationId, person.OrganisationId));
        Assert.Equal("Other", Assert.Single(await QueryAsync(context => context.Organisations)).Name);

        await InstallAsync(Workspace);
        await ThanksAsync($"{Raj.Mention} for a new beginning");
        await Workspace.Messages.WaitForMessageAsync(Raj);
    }

    private async Task<(SlackSignedRequest Request, bool Ok)> EndAsync(string ending)
    {
        var reply = await Slack.PostEventAsync(JsonNode.Parse(ending)!.AsObject());
        Assert.Equal(System.Net.HttpStatusCode.OK, reply.Status);
        return (reply.Request, true);
    }

    private async Task EraseAsync()
    {
        await using var scope = Bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DepartedOrganisationEraser>().EraseAsync(default);
    }
}
