using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Messages;

/// <summary>10,000 direct messages with Slack's rate limits, and a host that dies halfway.</summary>
public sealed class SlackManyMessagesTests : SlackBotFixture
{
    private const int Messages = 10_000;
    private const int PerMinute = 300;
    private const int HeardOf = 4_996;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(3);
    private readonly string database = Path.Combine(
        Path.GetTempPath(),
        $"relatebot-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}.db");
    private readonly List<SlackUser> everybody = [];

    protected override SlackStandInOptions StandInOptions =>
        base.StandInOptions with { RateLimits = new SlackRateLimitOptions { MessagesPerMinuteAndWorkspace = PerMinute } };

    [Fact]
    public async Task Ten_thousand_messages_leave_as_fast_as_is_allowed_and_a_death_half_way_loses_and_repeats_none()
    {
        await PutIntoOutboxAsync();
        var start = Time.GetUtcNow();

        // The host that began hears nothing any more in the middle of a batch: what has arrived since it will never know.
        await RunClockAsync(() => Posts() >= HeardOf);
        var dead = Bot;
        Bot = await BotUnderTest.StartAsync(Settings(), Time, logs: Logs);
        await RunClockAsync(() => Posts() >= Messages);

        await WaitForRowsAsync(context => context.Outbox.Where(message => message.SettledAt == null), rows => rows.Count == 0);
        await dead.DisposeAsync();
        Assert.NotEmpty(StandIn.Journal.Of("conversations.history"));
        Assert.All(await OutboxAsync(), message => Assert.Equal(OutboxStatus.Sent, message.Status));
        Assert.All(everybody, user => Assert.Single(Workspace.MessagesTo(user)));
        Assert.DoesNotContain(StandIn.Journal.Calls, call => call.StatusCode == 429);
        var last = StandIn.Journal.Of("chat.postMessage").Max(call => call.At);
        Assert.True(
            Messages / (last - start).TotalMinutes >= 0.95 * PerMinute,
            $"{Messages / (last - start).TotalMinutes:N0} of {PerMinute} a minute.");
    }

    protected override void Prepare()
    {
        for (var number = 0; number < Messages; number++)
        {
            everybody.Add(Workspace.AddUser(string.Create(CultureInfo.InvariantCulture, $"person{number}")));
        }
    }

    protected override Dictionary<string, string?> Settings() => new(base.Settings(), StringComparer.Ordinal)
    {
        ["ConnectionStrings:RelateBot"] = $"Data Source={database}", ["Slack:MessagesPerSecond"] = "5",
    };

    protected override void Customise(IServiceCollection services)
    {
        var line = new SeveredSlackConnection(after: HeardOf);
        services.ConfigureHttpClientDefaults(clients => clients.AddHttpMessageHandler(line.Handler));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
    }

    protected override Task EndAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + "*"))
        {
            File.Delete(file);
        }

        return Task.CompletedTask;
    }

    private int Posts() => everybody.Count(user => Workspace.MessagesTo(user).Count > 0);

    /// <summary>
    /// The clock goes on when what may leave by now has left: what is measured is how well the pace is kept, not how fast this machine is.
    /// A step in which the sender was about to wait goes by unused.
    /// </summary>
    private async Task RunClockAsync(Func<bool> until)
    {
        while (!until())
        {
            var (sent, expected) = (StandIn.Journal.Count, (long)(Step.TotalMinutes * PerMinute));
            Time.Advance(Step);
            for (var look = 0; look < 200 && StandIn.Journal.Count < sent + expected; look++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1));
            }
        }
    }

    private async Task PutIntoOutboxAsync()
    {
        var workspace = Assert.Single(await QueryAsync(context => context.Workspaces));
        var people = everybody.ConvertAll(user =>
            new Person { Id = NewId(), OrganisationId = workspace.OrganisationId, Name = user.RealName, Email = user.Email });
        await Bot.InScopeAsync(workspace.OrganisationId, async services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            context.People.AddRange(people);
            context.Identities.AddRange(everybody.Zip(people, (user, person) => new Identity
            {
                Id = NewId(),
                OrganisationId = workspace.OrganisationId,
                WorkspaceId = workspace.Id,
                PersonId = person.Id,
                ExternalId = user.Id,
            }));
            await services.GetRequiredService<UnitOfWork>().CommitAsync(default);
            await services
                .GetRequiredService<OutboxWriter>()
                .ToPeopleAsync(workspace, people, ChatMessage.Of(ChatText.Of("Good morning.")), "test", actId: null, default);
            await services.GetRequiredService<UnitOfWork>().CommitAsync(default);
            return true;
        });
    }

    private Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());
}
