namespace RelateBot.Infrastructure.Persistence.Database;

/// <summary>The supported databases.</summary>
public enum DatabaseProvider
{
    /// <summary>A SQLite file; the default.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server or Azure SQL.</summary>
    SqlServer,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,
}

/// <summary>Maps EF Core's provider names to databases.</summary>
internal static class DatabaseProviders
{
    public static DatabaseProvider Of(string? providerName) => providerName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => DatabaseProvider.Sqlite,
        "Microsoft.EntityFrameworkCore.SqlServer" => DatabaseProvider.SqlServer,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => DatabaseProvider.PostgreSql,
        _ => throw new ArgumentOutOfRangeException(nameof(providerName), providerName, "Unknown database."),
    };
}
