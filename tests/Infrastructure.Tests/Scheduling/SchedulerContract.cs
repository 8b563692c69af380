using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using RelateBot.Infrastructure.Scheduling;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Scheduling;

/// <summary>What the scheduler guarantees on each database, with a clock that a test moves.</summary>
public abstract class SchedulerContract : IAsyncLifetime
{
    private static readonly JobSchedule hourly = new JobSchedule.Every(TimeSpan.FromHours(1));

    private readonly TestDatabase database;
    private readonly FakeTimeProvider clock = new(TestTime.Start);
    private readonly CountedJob.Counter counter = new();
    private readonly List<TestStore> hosts = [];

    protected SchedulerContract(TestDatabase database)
    {
        database.Need();
        this.database = database;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in hosts.ToList())
        {
            await StopAsync(host);
        }
    }

    [SkippableFact]
    public async Task A_job_runs_again_and_again_and_soon_after_the_clock_jumped()
    {
        var host = await StartAsync(("hourly", hourly));
        var first = await RunToItsEndAsync(host);

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(first.AddHours(1), await RunToItsEndAsync(host));

        clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(first.AddHours(1).AddDays(7), await counter.RunAsync());
        Assert.True(counter.IsQuiet, "What was missed is made up for once.");
    }

    [SkippableFact]
    public async Task A_daily_job_follows_the_clocks_of_its_zone()
    {
        await StartAsync(("nightly", new JobSchedule.Daily(new TimeOnly(3, 0), TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"))));

        // Two in the morning in UTC is three in winter.
        clock.Advance(new DateTimeOffset(2026, 11, 19, 2, 0, 0, TimeSpan.Zero) - clock.GetUtcNow());

        Assert.Equal(clock.GetUtcNow(), await counter.RunAsync());
    }

    [SkippableFact]
    public async Task A_restart_neither_repeats_nor_skips_anything_and_forgets_what_is_no_longer_done()
    {
        var before = await StartAsync(("hourly", hourly), ("old", new JobSchedule.Daily(new TimeOnly(3, 0), TimeZoneInfo.Utc)));
        var first = await counter.RunAsync();
        await StopAsync(before);

        clock.Advance(TimeSpan.FromMinutes(40));
        var after = await StartAsync(("hourly", hourly));
        Assert.True(counter.IsQuiet);
        Assert.Equal(
            "hourly",
            Assert.Single(await (await SchedulerOf(after).GetScheduler()).GetJobKeys(GroupMatcher<JobKey>.AnyGroup())).Name);

        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(first.AddHours(1), await counter.RunAsync());
    }

    [SkippableFact]
    public async Task What_was_missed_while_no_host_ran_is_made_up_for()
    {
        var before = await StartAsync(("nightly", new JobSchedule.Daily(new TimeOnly(3, 0), TimeZoneInfo.Utc)));
        await StopAsync(before);

        clock.Advance(TimeSpan.FromDays(1));
        await StartAsync(("nightly", new JobSchedule.Daily(new TimeOnly(3, 0), TimeZoneInfo.Utc)));

        Assert.Equal(clock.GetUtcNow(), await counter.RunAsync());
    }

    [SkippableFact]
    public async Task A_job_that_fails_runs_again_and_is_reported_when_it_has_not_succeeded_for_too_long()
    {
        const string name = "failing";
        counter.Fails = true;
        var host = await StartAsync((name, hourly));
        await RunToItsEndAsync(host, name);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(host)).Status);

        clock.Advance(hourly.MaxTimeWithoutSuccess + TimeSpan.FromMinutes(1));
        await RunToItsEndAsync(host, name);
        Assert.Equal(HealthStatus.Unhealthy, (await HealthAsync(host)).Status);

        counter.Fails = false;
        clock.Advance(TimeSpan.FromHours(1));
        await RunToItsEndAsync(host, name);
        await UntilAsync(async () => (await HealthAsync(host)).Status is HealthStatus.Healthy);
    }

    [SkippableFact]
    public async Task A_job_that_is_stuck_is_reported()
    {
        const string name = "stuck";
        var stuck = new TaskCompletionSource();
        counter.Stuck = stuck.Task;
        var host = await StartAsync((name, hourly));
        await counter.RunAsync();
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(host)).Status);

        clock.Advance(hourly.MaxTimeWithoutSuccess + TimeSpan.FromMinutes(1));

        var report = await HealthAsync(host);
        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains(name, report.Entries["jobs"].Description, StringComparison.Ordinal);
        stuck.SetResult();
    }

    private static ISchedulerFactory SchedulerOf(TestStore host) => host.Services.GetRequiredService<ISchedulerFactory>();

    private static Task<HealthReport> HealthAsync(TestStore host) =>
        host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 1000 && !await holds(); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        Assert.True(await holds());
    }

    /// <summary>Waits until the run is recorded and the next one planned. Then the clock may jump.</summary>
    private async Task<DateTimeOffset> RunToItsEndAsync(TestStore host, string name = "hourly")
    {
        var at = await counter.RunAsync();
        var scheduler = await SchedulerOf(host).GetScheduler();
        await UntilAsync(async () => await scheduler.GetTriggerState(new TriggerKey(name)) is TriggerState.Normal);
        return at;
    }

    private async Task<TestStore> StartAsync(params (string Name, JobSchedule Schedule)[] jobs)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build();
        var host = new TestStore(database.Provider, database.ConnectionString, services =>
        {
            services.AddSingleton<TimeProvider>(clock).AddSingleton(counter).AddScheduling(configuration);
            services.Remove(services.Single(service => service.ImplementationType?.Name == "SchedulerService"));
            foreach (var (name, schedule) in jobs)
            {
                services.AddJob<CountedJob>(name, schedule);
            }
        });
        hosts.Add(host);
        await host.Services.GetRequiredService<JobScheduleUpdater>().ApplyAsync(default);
        await (await SchedulerOf(host).GetScheduler()).Start();
        return host;
    }

    private async Task StopAsync(TestStore host)
    {
        if (hosts.Remove(host))
        {
            await (await SchedulerOf(host).GetScheduler()).Shutdown(waitForJobsToComplete: true);
            await host.DisposeAsync();
        }
    }

    public sealed class On_SQLite(SqliteDatabase database) : SchedulerContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : SchedulerContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : SchedulerContract(database), IClassFixture<SqlServerDatabase>;
}
