using System.Globalization;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster.Sync;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.People;

/// <summary>10,000 people with Slack's rate limits.</summary>
public sealed class SlackLargeDirectoryTests : SlackDirectoryFixture
{
    private const int Pages = 51;
    private readonly string database = Path.Combine(
        Path.GetTempPath(),
        $"relatebot-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}.db");

    protected override SlackStandInOptions StandInOptions => base.StandInOptions with { RateLimits = new SlackRateLimitOptions() };

    [Fact]
    public async Task A_reading_that_is_cut_off_goes_on_where_it_was_and_never_asks_for_more_than_is_allowed()
    {
        await SyncAsync(Ada);
        await WaitForRowsAsync(context => context.DirectorySyncs, rows => rows[0].Read >= 3_000, clockRuns: true);
        await Bot.DisposeAsync();
        var soFar = Assert.Single(StandIn.Journal.Of("users.list").GroupBy(call => call.Ok), calls => calls.Key).Count();

        Bot = await BotUnderTest.StartAsync(Settings(), Time, logs: Logs);
        var rows = await WaitForRowsAsync(
            context => context.DirectorySyncs,
            all => all is [{ Stage: DirectoryStage.Idle }],
            clockRuns: true);

        Assert.Equal((10_005, DirectoryStage.Idle), (rows[0].Read, rows[0].Stage));
        Assert.Equal(10_005, (await QueryAsync(context => context.Identities)).Count);
        Assert.All(
            await QueryAsync(context => context.People),
            person => Assert.True(person.Kind is PersonKind.Bot || person.Email is not null));
        Assert.InRange(soFar, 15, Pages - 1);
        Assert.InRange(StandIn.Journal.Of("users.list").Count, Pages, Pages + 1);
        Assert.DoesNotContain(StandIn.Journal.Calls, call => call.StatusCode == 429);
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Ada,
            message => message.Text.StartsWith("The directory of Acme is read: 10,005 people", StringComparison.Ordinal)));
        Assert.Contains(Workspace.MessagesTo(Ada), message => message.Text.Contains("2,600 people read so far", StringComparison.Ordinal));
    }

    protected override void Prepare()
    {
        base.Prepare();
        for (var number = 0; number < 10_000; number++)
        {
            Workspace.AddUser(string.Create(CultureInfo.InvariantCulture, $"person{number}"));
        }
    }

    protected override Dictionary<string, string?> Settings() =>
        new(base.Settings(), StringComparer.Ordinal) { ["ConnectionStrings:RelateBot"] = $"Data Source={database}" };

    protected override Task EndAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + "*"))
        {
            File.Delete(file);
        }

        return Task.CompletedTask;
    }
}
