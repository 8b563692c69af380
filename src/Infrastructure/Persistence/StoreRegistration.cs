using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.Introductions;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Auditing;
using RelateBot.Infrastructure.Dashboard;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Database;
using RelateBot.Infrastructure.Persistence.Digests;
using RelateBot.Infrastructure.Persistence.Drafts;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.Infrastructure.Persistence.Exchanges;
using RelateBot.Infrastructure.Persistence.Focus;
using RelateBot.Infrastructure.Persistence.Help;
using RelateBot.Infrastructure.Persistence.Introductions;
using RelateBot.Infrastructure.Persistence.Pairing;
using RelateBot.Infrastructure.Persistence.People;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.Infrastructure.Persistence.Prompts;
using RelateBot.Infrastructure.Persistence.Relationships;
using RelateBot.Infrastructure.Roster;
using RelateBot.Infrastructure.Roster.Csv;
using RelateBot.Infrastructure.Roster.Sync;
using RelateBot.Infrastructure.Settings;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>Registers the data store: one model for three databases.</summary>
public static class StoreRegistration
{
    /// <summary>The name of the connection string, and of SQLite's default file.</summary>
    public const string ConnectionName = "RelateBot";

    private const string DefaultSqlite = "Data Source=data/relatebot.db";

    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<DatabaseOptions>(configuration, DatabaseOptions.Section)
            .Validate(
                options => options.Provider is DatabaseProvider.Sqlite
                    || !string.IsNullOrWhiteSpace(configuration.GetConnectionString(ConnectionName)),
                $"Set ConnectionStrings:{ConnectionName}: Database:Provider names a database server, and only SQLite has a default.");

        services.AddValidatedOptions<RetentionOptions>(configuration, RetentionOptions.Section)
            .Validate(options => options.AfterUninstall >= TimeSpan.Zero, "Retention:AfterUninstall must not be negative.");

        services.AddScoped<Tenant>();
        services.AddSingleton<OrganisationScope>();
        services.AddPooledDbContextFactory<RelateDbContext>((provider, options) =>
            options.UseStore(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider, ConnectionString(configuration)));
        services.AddScoped(provider =>
        {
            var context = provider.GetRequiredService<IDbContextFactory<RelateDbContext>>().CreateDbContext();
            context.Tenant = provider.GetRequiredService<Tenant>();
            return context;
        });
        services.AddSingleton<ICommitter>(provider =>
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider is DatabaseProvider.Sqlite
            ? new SqliteGroupCommitter(ConnectionString(configuration))
            : new DirectCommitter());

        services.AddSingleton<CompiledQueries>();
        services.AddScoped<Migrator>();
        services.AddScoped<RetentionPolicy>();
        services.AddScoped<DepartedOrganisationEraser>();
        services.AddScoped<UnitOfWork>();
        services.AddScoped<ILedger, Ledger>();
        services.AddScoped<IAskStore, AskStore>();
        services.AddScoped<IHelpClaimStore, HelpClaimStore>();
        services.AddScoped<IOfferStore, OfferStore>();
        services.AddScoped<IDepartmentDelegateStore, DepartmentDelegateStore>();
        services.AddScoped<IPairingStore, PairingStore>();
        services.AddScoped<IBalanceReader, BalanceReader>();
        services.AddScoped<IDigestSource, DigestSource>();
        services.AddScoped<IDigestSubscriptionStore, DigestSubscriptionStore>();
        services.AddScoped<DashboardVisitStore>();
        services.AddScoped<AuditLog>();
        services.AddScoped<PromptStore>();
        services.AddScoped<PromptDataReader>();
        services.AddScoped<ITieReader, TieReader>();
        services.AddScoped<IIntroductionStore, IntroductionStore>();
        services.AddScoped<IFocusStore, FocusStore>();
        services.AddScoped<IPeopleDirectory, PeopleDirectory>();
        services.AddScoped<IAccountStore, AccountStore>();
        services.AddScoped<Inbox>();
        services.AddScoped<Reactions>();
        services.AddScoped<DraftStore>();
        services.AddScoped<WorkspaceStore>();
        services.AddScoped<HomePageUsage>();
        services.AddScoped<OutboxStore>();
        services.AddScoped<AccountProfileImporter>();
        services.AddScoped<PersonMergeStore>();
        services.AddScoped<AccountGroupImporter>();
        services.AddScoped<DepartmentAssignment>();
        services.AddScoped<AccountDetailsImporter>();
        services.AddScoped<DirectorySyncStore>();
        services.AddScoped<InstallationStore>();
        services.AddScoped<TeamsReferenceStore>();
        services.AddSingleton<OutboxSignal>();
        services.AddScoped<ProjectionStep>();
        services.AddSingleton<Projector>();
        services.AddSingleton<RosterImporter>();
        services.AddSingleton<ExchangeImporter>();
        services.AddSingleton<IncompleteAccountSignal>();
        services.AddSingleton<HomePageRefreshQueue>();
        services.AddSingleton<DirectorySyncSignal>();
        return services.AddDueQueues();
    }

    /// <summary>Returns the connection string in use.</summary>
    public static string ConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString(ConnectionName) is { Length: > 0 } configured ? configured : DefaultSqlite;

    /// <summary>Returns the database in use. An unknown name is rejected later by the options' validation.</summary>
    public static DatabaseProvider Provider(IConfiguration configuration) =>
        Enum.TryParse<DatabaseProvider>(
            configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"],
            ignoreCase: true,
            out var provider) ? provider : DatabaseProvider.Sqlite;

    private static IServiceCollection AddDueQueues(this IServiceCollection services) => services
        .AddScoped<DueAsks>()
        .AddScoped<DueHelpClaims>()
        .AddScoped<DueIntroductions>()
        .AddScoped<DueDigests>()
        .AddScoped<DueWaitingMessages>()
        .AddScoped<PairingOrganisations>()
        .AddScoped<DuePairingGroups>()
        .AddScoped<PromptOrganisations>();

    /// <summary>Configures a context for a database and its migrations assembly, which is loaded when it is needed.</summary>
    public static DbContextOptionsBuilder UseStore(this DbContextOptionsBuilder options, DatabaseProvider provider, string connectionString)
    {
        // Conflicts are expected, and other errors are logged with an id where they are answered, so EF Core needn't log them too.
        options.ConfigureWarnings(warnings =>
            warnings.Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
        var migrations = $"RelateBot.Migrations.{provider}";
        return provider switch
        {
            // A list is one parameter, so the SQL is the same for any length and is translated once.
            DatabaseProvider.Sqlite =>
                options.UseSqlite(
                    connectionString,
                    sqlite => sqlite.MigrationsAssembly(migrations).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)),
            DatabaseProvider.SqlServer =>
                options.UseSqlServer(connectionString, server => server.MigrationsAssembly(migrations).EnableRetryOnFailure()),
            DatabaseProvider.PostgreSql =>
                options.UseNpgsql(connectionString, server => server.MigrationsAssembly(migrations).EnableRetryOnFailure()),
            _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "Unknown database."),
        };
    }
}
