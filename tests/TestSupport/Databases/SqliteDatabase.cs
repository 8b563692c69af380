using Microsoft.Data.Sqlite;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.TestSupport.Databases;

/// <summary>A SQLite file in a temporary folder.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private readonly string folder = Directory.CreateTempSubdirectory("relatebot-sqlite-").FullName;

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    protected override async Task<string> CreateAsync()
    {
        var connectionString = $"Data Source={Path.Combine(folder, "store.db")}";
        await using var store = new TestStore(Provider, connectionString);
        await store.MigrateAsync();
        return connectionString;
    }

    protected override Task DropAsync()
    {
        // Pooled connections keep the file open.
        using (var last = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(last);
        }

        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}
