using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.People;
using RelateBot.EndToEnd.Tests.Jobs;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.EndToEnd.Tests.Crashes;

/// <summary>Everyone gets their prompt once, although one host after another is killed while it writes them.</summary>
public sealed class PromptKillTests : IAsyncLifetime
{
    private const int People = (4 * PromptBatchSender.Batch) + 100;
    private const int MostKills = 8;

    // Longer than the job's interval, so that it is due again.
    private static readonly TimeSpan betweenTwo = TimeSpan.FromMinutes(6);

    private readonly SqliteDatabase database = new();
    private readonly Organisation organisation;
    private readonly Workspace workspace;

    // The playground's clock goes on from what is stored. So it is noon of a Friday to come, whatever the day on which this runs.
    private DateTimeOffset now = NextFriday().AddHours(12);

    public PromptKillTests()
    {
        organisation = new Organisation { Id = NewId(), Name = "Acme", TimeZone = "Etc/UTC" };
        workspace = new Workspace
        {
            Id = NewId(),
            OrganisationId = organisation.Id,
            Platform = "playground",
            ExternalId = "local",
            Name = "Acme"
        };
    }

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task After_every_kill_the_next_host_goes_on_and_nobody_gets_a_prompt_twice()
    {
        await SaveAsync([organisation, workspace, .. Enumerable.Range(0, People).SelectMany(Hire)]);
        List<int> written = [0];
        while (written.Count <= MostKills && written[^1] < People)
        {
            await MoveOnAsync();
            using var host = await BotProcess.StartAsync(Settings());
            await WaitUntilAsync($"SELECT COUNT(*) > {written[^1]} FROM prompts", host);

            // No seed: the moments of the kills differ from run to run, on purpose.
            await Task.Delay(Random.Shared.Next(80));
            await host.KillAsync();
            written.Add((int)await AskAsync("SELECT COUNT(*) FROM prompts"));
        }

        await MoveOnAsync();
        using var last = await BotProcess.StartAsync(Settings());
        await WaitUntilAsync($"SELECT COUNT(*) >= {People} FROM prompts", last);
        await WaitUntilAsync("SELECT COUNT(*) = 0 FROM outbox WHERE SettledAt IS NULL", last);

        var seen = $"prompts after each kill: {string.Join(", ", written[1..])}";
        Assert.True(written.Exists(count => count is > 0 and < People), $"Nobody was killed in the middle of a run; {seen}");
        foreach (var once in new[] { "prompts GROUP BY PersonId", "outbox GROUP BY PersonId", "playground_messages GROUP BY Conversation" })
        {
            Assert.True(
                await AskAsync($"SELECT COUNT(*) FROM (SELECT COUNT(*) AS times FROM {once}) WHERE times = 1") == People,
                $"Not exactly once each: {once}; {seen}");
            Assert.True(
                await AskAsync($"SELECT COUNT(*) FROM (SELECT COUNT(*) AS times FROM {once})") == People,
                $"Not everyone, or also others: {once}; {seen}");
        }
    }

    private static DateTimeOffset NextFriday()
    {
        var today = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        return today.AddDays(7 + (((int)DayOfWeek.Friday - (int)today.DayOfWeek + 7) % 7));
    }

    private Dictionary<string, string> Settings() => database.Settings.Concat(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Playground:Enabled"] = "true",
        ["Organisation:TimeZone"] = "Etc/UTC",
        ["Prompts:Time"] = "10:00",
        ["Outbox:Sweep"] = "00:00:00.2",
    }).ToDictionary(setting => setting.Key, setting => setting.Value!, StringComparer.Ordinal);

    private Guid NewId() => Guid.CreateVersion7(now);

    private IEnumerable<object> Hire(int number)
    {
        var person = new Person
        {
            Id = NewId(),
            OrganisationId = organisation.Id,
            Name = $"Person {number}",
            StartedOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-20)
        };
        return [
            person,
            new Identity
            {
                Id = NewId(),
                OrganisationId = organisation.Id,
                WorkspaceId = workspace.Id,
                PersonId = person.Id,
                ExternalId = $"p{number}"
            }
        ];
    }

    /// <summary>A while later: something was written then.</summary>
    private Task MoveOnAsync()
    {
        now += betweenTwo;
        return SaveAsync(
            [new Delivery { OrganisationId = organisation.Id, WorkspaceId = workspace.Id, Key = $"{now:O}", ReceivedAt = now }]);
    }

    private async Task SaveAsync(IReadOnlyCollection<object> rows)
    {
        await using var host = new JobHost(database, new FakeTimeProvider(now));
        await host.InScopeAsync(organisation.Id, async services =>
        {
            services.GetRequiredService<RelateDbContext>().AddRange(rows);
            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return true;
        });
    }

    /// <summary>Another process works on it, and tells nobody when it is done.</summary>
    private async Task WaitUntilAsync(string question, BotProcess host)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await AskAsync(question) == 0)
        {
            Assert.False(patience.IsCancellationRequested, $"{question}\n{string.Join('\n', host.Said)}");
            await Task.Delay(5, CancellationToken.None);
        }
    }

    private async Task<long> AskAsync(string question)
    {
        await using var connection = new SqliteConnection($"{database.ConnectionString};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
