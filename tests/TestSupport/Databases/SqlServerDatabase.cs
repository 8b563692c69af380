using Microsoft.Data.SqlClient;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.TestSupport.Databases;

/// <summary>A database on the SQL Server in the <c>RELATEBOT_TEST_SQLSERVER</c> connection string.</summary>
public sealed class SqlServerDatabase : TestDatabase
{
    private const string Variable = "RELATEBOT_TEST_SQLSERVER";

    private readonly string? server = Environment.GetEnvironmentVariable(Variable);
    private readonly string name = NewName();

    public override DatabaseProvider Provider => DatabaseProvider.SqlServer;

    public override string? WhyAbsent => WhyAbsentAt(server);

    /// <summary>Explains what to set. Null when the connection string is valid.</summary>
    public static string? WhyAbsentAt(string? server) => string.IsNullOrWhiteSpace(server)
        ? $"Set {Variable} to the connection string of a SQL Server on which databases may be created and dropped."
        : null;

    protected override async Task<string> CreateAsync()
    {
        var connectionString = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;
        await using var store = new TestStore(Provider, connectionString);
        await store.MigrateAsync();
        return connectionString;
    }

    protected override async Task DropAsync()
    {
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync();
        await using var drop = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here of hexadecimal digits.
        drop.CommandText = $"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}];";
#pragma warning restore CA2100
        await drop.ExecuteNonQueryAsync();
    }
}
