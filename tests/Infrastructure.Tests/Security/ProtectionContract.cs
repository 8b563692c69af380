using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Security;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Security;

/// <summary>How the keys that encrypt tokens and notes are handled, on each database.</summary>
public abstract class ProtectionContract : IAsyncLifetime
{
    private static readonly Guid row = new(1, 0, 0, new byte[8]);

    private readonly TestDatabase database;
    private readonly FakeLogCollector logs = new();
    private readonly string keyFile = Path.GetTempFileName();

    protected ProtectionContract(TestDatabase database)
    {
        database.Need();
        this.database = database;
    }

    public Task InitializeAsync() => File.WriteAllTextAsync(keyFile, Convert.ToBase64String(new byte[32]));

    public Task DisposeAsync()
    {
        File.Delete(keyFile);
        return Task.CompletedTask;
    }

    [SkippableFact]
    public async Task A_key_is_wrapped_where_it_lies_and_is_written_into_no_log()
    {
        await using var first = NewHost();
        var kept = first.Services.GetRequiredService<TokenProtector>().Protect(row, "token");
        await using var second = NewHost();
        Assert.Equal("token", second.Services.GetRequiredService<TokenProtector>().Unprotect(row, kept));

        var keys = await KeysAsync(second);

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("<wrapped", key, StringComparison.Ordinal));
        Assert.All(keys, key => Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal));
        Assert.Contains("DataProtection", logs.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("<wrapped", logs.Text(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_keys_of_a_database_that_an_older_version_made_open_what_they_sealed()
    {
        string kept;
        await using (var older = NewHost())
        {
            kept = older.Services.GetRequiredService<TokenProtector>().Protect(row, "token");
            var keys = await KeysAsync(older);
            await older.InScopeAsync(Guid.Empty, async services =>
            {
                var context = services.GetRequiredService<RelateDbContext>();
                await context.GetService<IMigrator>().MigrateAsync("Initial");
                Assert.Equal(
                    keys.Order(StringComparer.Ordinal),
                    (await context.Database.SqlQueryRaw<string>(OldKeys(context)).ToListAsync()).Order(StringComparer.Ordinal));
                return true;
            });
        }

        await using var newer = NewHost();
        Assert.NotEmpty(await newer.MigrateAsync());

        Assert.Equal("token", newer.Services.GetRequiredService<TokenProtector>().Unprotect(row, kept));
    }

    private static string OldKeys(RelateDbContext context)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        return $"SELECT {sql.DelimitIdentifier("Xml")} AS {sql.DelimitIdentifier("Value")} FROM protection_keys";
    }

    private static Task<List<string>> KeysAsync(TestStore host) => host.InScopeAsync(
        Guid.Empty, services => services.GetRequiredService<RelateDbContext>().DataProtectionKeys.Select(key => key.Xml!).ToListAsync());

    private TestStore NewHost() => new(database.Provider, database.ConnectionString, services => services
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(logs)))
        .AddProtection(new ConfigurationBuilder().AddInMemoryCollection([new("Protection:KeyFile", keyFile)]).Build()));

    public sealed class On_SQLite(SqliteDatabase database) : ProtectionContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : ProtectionContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : ProtectionContract(database), IClassFixture<SqlServerDatabase>;
}
