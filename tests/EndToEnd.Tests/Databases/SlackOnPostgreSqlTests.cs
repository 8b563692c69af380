using System.Net;
using RelateBot.EndToEnd.Tests.Slack;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Databases;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Databases;

/// <summary>The whole bot on a database server, alone and together with a second host.</summary>
public sealed class SlackOnPostgreSqlTests : SlackBotFixture, IAsyncLifetime
{
    private readonly PostgreSqlDatabase database = new();

    public SlackOnPostgreSqlTests() => database.Need();

    async Task IAsyncLifetime.InitializeAsync()
    {
        await database.InitializeAsync();
        await InitializeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await database.DisposeAsync();
    }

    protected override Dictionary<string, string?> Settings() =>
        base.Settings().Concat(database.Settings).ToDictionary(StringComparer.Ordinal);

    [SkippableFact]
    public async Task A_thanks_is_recorded_told_and_undone()
    {
        var thanked = await ThanksAsync($"{Sue.Mention} {Raj.Mention} for the laptop 💻 #patience");
        Assert.Equal(HttpStatusCode.OK, thanked.Status);
        await Workspace.Messages
            .WaitForMessageAsync(Sue, message => message.Everything.Contains("the laptop 💻", StringComparison.Ordinal));
        var posted = await Workspace.Messages.WaitForMessageAsync(Kudos.Id);

        await Slack.ClickAsync(Mark, thanked.Message!, "thanks.undo");
        await Workspace.Messages.WaitForDeletionAsync(posted);

        Assert.Equal(4, (await LedgerAsync()).Count);
    }

    [SkippableFact]
    public async Task Many_commands_at_once_are_each_carried_out_once_though_repeated()
    {
        var givers = Enumerable.Range(0, 20).Select(index => Workspace.AddUser($"giver{index}")).ToList();

        var replies = await Task.WhenAll(givers.Select(giver => ThanksAsync($"{Sue.Mention} for the laptop", giver)));
        var again = await Task.WhenAll(replies.Select(reply => Slack.SendAsync(reply.Request)));

        Assert.All(replies, reply => Assert.NotEmpty(reply.Body));
        Assert.All(again, reply => Assert.Equal((HttpStatusCode.OK, ""), (reply.Status, reply.Body)));
        Assert.Equal(20, (await LedgerAsync()).Count);
        Assert.Equal(20, (await LedgerAsync()).Select(entry => entry.FromPersonId).Distinct().Count());
        Assert.Single((await LedgerAsync()).Select(entry => entry.ToPersonId).Distinct());
    }

    [SkippableFact]
    public async Task Two_hosts_send_each_message_once()
    {
        await using var second = await BotUnderTest.StartAsync(Settings(), Time);
        using var otherDoor = new SlackCaller(Workspace, second.Address);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(index => (index % 2 == 0 ? Slack : otherDoor)
            .PostSlashCommandAsync(Mark, "/thanks", $"{Sue.Mention} for laptop {index}", General)));

        await WaitForRowsAsync(
            context => context.Outbox,
            messages => messages.TrueForAll(message => message.SettledAt is not null),
            clockRuns: true);
        Assert.All(await OutboxAsync(), message => Assert.Equal(OutboxStatus.Sent, message.Status));
        Assert.Equal(20, (await LedgerAsync()).Count);
        Assert.Equal(20, Workspace.MessagesTo(Sue).Count);
        Assert.Equal(20, Workspace.MessagesTo(Sue).Select(message => message.Everything).Distinct(StringComparer.Ordinal).Count());
    }
}
