using Npgsql;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.TestSupport.Databases;

/// <summary>A database on this test run's PostgreSQL server, copied from a migrated template.</summary>
public sealed class PostgreSqlDatabase : TestDatabase
{
    private readonly string name = NewName();

    public override DatabaseProvider Provider => DatabaseProvider.PostgreSql;

    public override string? WhyAbsent => WhyAbsentIn(PostgreSqlPrograms.Folder);

    /// <summary>Explains how to install the programs that belong in this folder. Null when the folder is known.</summary>
    public static string? WhyAbsentIn(string? folder) => folder is null
        ? "Install PostgreSQL (Debian: apt install postgresql) so that initdb and postgres are on PATH or where pg_config says."
        : null;

    protected override string Requires => "postgres";

    protected override async Task<string> CreateAsync()
    {
        var server = await PostgreSqlServer.RunningAsync();
        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {PostgreSqlServer.Template}");
        return server.ConnectionStringTo(name);
    }

    protected override async Task DropAsync()
    {
        await using (var last = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(last);
        }

        var server = await PostgreSqlServer.RunningAsync();
        await server.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }
}
