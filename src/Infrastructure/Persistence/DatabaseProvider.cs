namespace RelateBot.Infrastructure.Persistence;

/// <summary>Which database keeps everything.</summary>
public enum DatabaseProvider
{
    /// <summary>A file; the default.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server or Azure SQL.</summary>
    SqlServer,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,
}
