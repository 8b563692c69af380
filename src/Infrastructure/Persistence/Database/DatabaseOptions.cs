namespace RelateBot.Infrastructure.Persistence.Database;

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Which database; the connection string is <c>ConnectionStrings:RelateBot</c>.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Apply pending migrations when the host starts. Off, the host refuses to start until <c>migrate</c> was run.</summary>
    public bool MigrateAtStart { get; set; } = true;
}
