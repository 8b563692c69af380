using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

/// <summary>Every test starts without a database.</summary>
public abstract class MigratorContract : IAsyncLifetime
{
    private readonly TestDatabase database;

    protected MigratorContract(TestDatabase database)
    {
        database.Need();
        this.database = database;
    }

    public async Task InitializeAsync()
    {
        await using var host = NewHost();
        await host.InScopeAsync(Guid.Empty, services => services.GetRequiredService<RelateDbContext>().Database.EnsureDeletedAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task A_database_is_made_once_and_then_left_alone()
    {
        await using var host = NewHost();

        Assert.NotEmpty(await host.MigrateAsync());
        Assert.Empty(await host.MigrateAsync());

        Assert.Empty(await PeopleAsync(host));
    }

    [SkippableFact]
    public async Task Of_hosts_that_start_at_once_one_migrates_and_the_others_wait_for_it()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var host = NewHost();
            var names = await host.MigrateAsync();
            Assert.Empty(await PeopleAsync(host));
            return names.Count > 0;
        })));

        Assert.Contains(true, applied);
        await using var afterwards = NewHost();
        Assert.Empty(await afterwards.MigrateAsync());
    }

    [SkippableFact]
    public async Task With_migrating_at_start_switched_off_a_host_refuses_with_a_sentence_that_says_what_to_do()
    {
        await using var host = NewHost(migrateAtStart: false);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => PrepareAsync(host));

        Assert.Contains("Database:MigrateAtStart", refused.Message, StringComparison.Ordinal);
        Assert.Contains("migrate", refused.Message, StringComparison.Ordinal);
        await host.MigrateAsync();
        await PrepareAsync(host);
    }

    [SkippableFact]
    public async Task A_host_prepares_its_database_at_start()
    {
        await using var host = NewHost();

        await PrepareAsync(host);

        Assert.Empty(await PeopleAsync(host));
    }

    protected TestStore NewHost(bool migrateAtStart = true) =>
        new(database.Provider, database.ConnectionString, migrateAtStart: migrateAtStart);

    protected static Task<List<Domain.People.Person>> PeopleAsync(TestStore host) =>
        host.InScopeAsync(Guid.Empty, services => services.GetRequiredService<RelateDbContext>().People.ToListAsync());

    private static Task PrepareAsync(TestStore host) => host.InScopeAsync(Guid.Empty, async services =>
    {
        await services.GetRequiredService<Migrator>().PrepareAsync(default);
        return true;
    });

    public sealed class On_SQLite(SqliteDatabase database) : MigratorContract(database), IClassFixture<SqliteDatabase>
    {
        [Fact]
        public async Task The_lock_of_a_host_that_was_killed_while_migrating_stops_nobody()
        {
            await using var host = NewHost();
            await host.InScopeAsync(Guid.Empty, services => services.GetRequiredService<RelateDbContext>().Database.ExecuteSqlRawAsync(
                "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO "
                    + "__EFMigrationsLock VALUES (1, '2026-01-01')"));

            Assert.NotEmpty(await host.MigrateAsync());
        }

        [Fact]
        public async Task The_folder_of_the_file_is_made_for_the_bots_account_alone_and_the_file_is_a_write_ahead_log()
        {
            var folder = Directory.CreateTempSubdirectory("relatebot-folder-").FullName;
            var own = Path.Combine(folder, "a", "b");
            await using (var host = new TestStore(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(own, "store.db")};Pooling=false"))
            {
                await host.MigrateAsync();
                Assert.Equal("wal", await host.InScopeAsync(Guid.Empty, services =>
                    services
                        .GetRequiredService<RelateDbContext>().Database
                        .SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode")
                        .SingleAsync()));
            }

            Assert.True(OperatingSystem.IsWindows()
                || File.GetUnixFileMode(own) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
            Directory.Delete(folder, recursive: true);
        }

        [Fact]
        public async Task A_database_in_memory_is_migrated_too()
        {
            await using var host = new TestStore(DatabaseProvider.Sqlite, "Data Source=:memory:");

            Assert.NotEmpty(await host.MigrateAsync());
        }
    }

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : MigratorContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : MigratorContract(database), IClassFixture<SqlServerDatabase>;
}
