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

/// <summary>Registers the scheduler: Quartz on the bot's own database, on the host's clock.</summary>
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
                check.RequireSuccessWithin(job.Key, job.Rhythm.MaxTimeWithoutSuccess, HealthStatus.Unhealthy);
            }
        });
        return services;
    }

    /// <summary>One more job; <c>/healthz/ready</c> fails when it has not succeeded for too long.</summary>
    public static IServiceCollection AddJob<TWork>(this IServiceCollection services, string name, JobSchedule rhythm)
        where TWork : class, IJob => services.AddJob<TWork>(name, _ => rhythm);

    /// <summary>The same, in a rhythm that settings decide.</summary>
    public static IServiceCollection AddJob<TWork>(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, JobSchedule> rhythm)
        where TWork : class, IJob =>
            services.AddTransient<TWork>().AddSingleton(provider => new RecurringJob(name, typeof(TWork), rhythm(provider)));

    /// <summary>
    /// Hosts that share a server are a cluster: one of them does a job, and another takes it over when it dies. A SQLite file has one host.
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
                // Quartz reads its history when settings are validated; a file that is not there yet must not come to be by that.
                var existing = new SqliteConnectionStringBuilder(connection);
                existing.Mode = existing.Mode is SqliteOpenMode.ReadWriteCreate ? SqliteOpenMode.ReadWrite : existing.Mode;
                store.UseSqlite(SqliteFactory.Instance, existing.ConnectionString);
                break;
        }

        store.UseExecutionHistory();
        store.ConfigureStore(options =>
        {
            options.TablePrefix = SchedulerMigration.TablePrefix;

            // How soon a job that was missed is made up for, when the clock jumps in the very moment in which the scheduler looks at it.
            options.MisfireHandlerFrequency = TimeSpan.FromSeconds(10);

            // Our migrations make the tables and say what is missing.
            options.SchemaProvisioning = SchemaProvisioning.None;
        });
    }
}
