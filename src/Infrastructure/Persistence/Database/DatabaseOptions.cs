namespace RelateBot.Infrastructure.Persistence.Database;

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>The database. The connection string is <c>ConnectionStrings:RelateBot</c>.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>
    /// Applies pending migrations when the host starts. When off, the host doesn't start until <c>migrate</c> has been run.
    /// </summary>
    public bool MigrateAtStart { get; set; } = true;
}
