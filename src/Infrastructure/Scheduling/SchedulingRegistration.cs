using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Quartz;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>Registers the scheduler: Quartz with the bot's database and clock.</summary>
public static class SchedulingRegistration
{
    private static readonly TimeSpan HistoryKept = TimeSpan.FromDays(30);

    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store => store.UseDatabase(configuration));
            quartz.ConfigureOptions<QuartzSchedulerOptions>(options => options.InstanceName = "RelateBot");
        });
        services.Configure<ExecutionHistoryOptions>(history =>
        {
            history.Retention = HistoryKept;
            history.MaxEntriesPerJob = 500;
        });
        services.AddSingleton<JobScheduleUpdater>();
        services.AddHostedService<SchedulerService>();
        services.AddHealthChecks().AddQuartz(check => check.Name = "jobs").AddDbContextCheck<RelateDbContext>("database");
        services.AddOptions<QuartzHealthCheckOptions>().Configure<IEnumerable<RecurringJob>>((check, jobs) =>
        {
            foreach (var job in jobs)
            {
                check.RequireSuccessWithin(job.Key, job.Schedule.MaxTimeWithoutSuccess, HealthStatus.Unhealthy);
            }
        });
        return services;
    }

    /// <summary>Adds a job. <c>/healthz/ready</c> fails when it hasn't succeeded for too long.</summary>
    public static IServiceCollection AddJob<TWork>(this IServiceCollection services, string name, JobSchedule schedule)
        where TWork : class, IJob => services.AddJob<TWork>(name, _ => schedule);

    /// <summary>Adds a job whose schedule depends on settings.</summary>
    public static IServiceCollection AddJob<TWork>(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, JobSchedule> schedule)
        where TWork : class, IJob =>
            services.AddTransient<TWork>().AddSingleton(provider => new RecurringJob(name, typeof(TWork), schedule(provider)));

    /// <summary>
    /// Hosts that share a database server form a cluster: one runs each job, and another takes over when it dies. A SQLite file has only
    /// one host.
    /// </summary>
    private static void UseDatabase(this IPersistentStoreBuilder store, IConfiguration configuration)
    {
        var connection = StoreRegistration.ConnectionString(configuration);
        switch (StoreRegistration.Provider(configuration))
        {
            case DatabaseProvider.SqlServer:
                store.UseSqlServer(SqlClientFactory.Instance, connection);
                store.UseClustering();
                break;
            case DatabaseProvider.PostgreSql:
                store.UsePostgres(NpgsqlFactory.Instance, connection);
                store.UseClustering();
                break;
            default:
                // Quartz opens the database when settings are validated, which must not create a missing file.
                var existing = new SqliteConnectionStringBuilder(connection);
                existing.Mode = existing.Mode is SqliteOpenMode.ReadWriteCreate ? SqliteOpenMode.ReadWrite : existing.Mode;
                store.UseSqlite(SqliteFactory.Instance, existing.ConnectionString);
                break;
        }

        store.UseExecutionHistory();
        store.ConfigureStore(options =>
        {
            options.TablePrefix = SchedulerMigration.TablePrefix;

            // How quickly a missed job is made up for when the clock jumps just as the scheduler checks it.
            options.MisfireHandlerFrequency = TimeSpan.FromSeconds(10);

            // Our migrations create the tables and report what is missing.
            options.SchemaProvisioning = SchemaProvisioning.None;
        });
    }
}
