using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Infrastructure.Persistence.Database;

/// <summary>Migrates the database to this version's schema. When several hosts start at once, one migrates and the others wait.</summary>
public sealed partial class Migrator(RelateDbContext context, IOptions<DatabaseOptions> options, ILogger<Migrator> logger)
{
    /// <summary>Lock key. Any number that no other program uses in the same database.</summary>
    private const long PostgreSqlTurn = 0x52656C617465426F;

    /// <summary>Applies pending migrations at start.</summary>
    /// <exception cref="InvalidOperationException">There are pending migrations, and applying them at start is off.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (options.Value.MigrateAtStart)
        {
            await MigrateAsync(cancellationToken);
        }
        else if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList() is { Count: > 0 } pending)
        {
            throw new InvalidOperationException(
                $"The database lacks {string.Join(", ", pending)}, and Database:MigrateAtStart is off. Run the command `migrate` first, or "
                    + $"switch it on.");
        }
    }

    /// <summary>Applies pending migrations.</summary>
    /// <returns>The names of the migrations that were applied.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        using var turn = await SqliteTurnAsync(cancellationToken);
        var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            await ForgetAbandonedLockAsync(turn, cancellationToken);
            await MigrateTogetherAsync(pending.Count, cancellationToken);
            pending.ForEach(migration => Log.Applied(logger, migration));
        }

        return pending;
    }

    /// <summary>
    /// Applies migrations together with other hosts. PostgreSQL releases EF Core's lock with each migration's transaction, so another host
    /// may apply the next one. Ours then fails and rolls back, and we check again what is left.
    /// </summary>
    private async Task MigrateTogetherAsync(int pending, CancellationToken cancellationToken)
    {
        try
        {
            await MigrateOnceCreatedAsync(cancellationToken);
        }
        catch (DbException)
        {
            var left = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            if (left == pending)
            {
                throw;
            }

            await MigrateTogetherAsync(left, cancellationToken);
        }
    }

    /// <summary>
    /// Tries again when another host has just created the database. EF Core's lock is stored in the database, so two hosts can both try to
    /// create it.
    /// </summary>
    private async Task MigrateOnceCreatedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await MigrateInTurnAsync(cancellationToken);
        }
        catch (DbException exception) when (exception.IsExistingDatabase())
        {
            await MigrateInTurnAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Holds a session lock on PostgreSQL for all migrations, because EF Core's lock ends with each migration's transaction. The lock ends
    /// with the connection when the host is killed.
    /// </summary>
    private async Task MigrateInTurnAsync(CancellationToken cancellationToken)
    {
        if (!context.Database.IsNpgsql())
        {
            await context.Database.MigrateAsync(cancellationToken);
            return;
        }

        var creator = context.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            await creator.CreateAsync(cancellationToken);
        }

        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgreSqlTurn})", cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgreSqlTurn})", CancellationToken.None);
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// Creates the folder of a SQLite file and locks a file for migrating. EF Core's own lock is a row that survives a killed host and
    /// would block every later start. The operating system releases a file lock when its process ends.
    /// </summary>
    private async Task<FileStream?> SqliteTurnAsync(CancellationToken cancellationToken)
    {
        if (!context.Database.IsSqlite()
            || new SqliteConnectionStringBuilder(context.Database.GetConnectionString())
                is not { DataSource: [not ':', ..] file, Mode: not SqliteOpenMode.Memory })
        {
            return null;
        }

        CreateFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        while (true)
        {
            try
            {
                return new FileStream(file + "-migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file + "-migrating"))
            {
                // Real time, because another process is working and tests don't control its clock.
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    /// <summary>Creates the folder with access for the bot's account only, because the file contains private notes.</summary>
    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private async Task ForgetAbandonedLockAsync(FileStream? turn, CancellationToken cancellationToken)
    {
        var table = context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'");
        if (turn is not null && File.Exists(context.Database.GetDbConnection().DataSource)
            && await table.SingleAsync(cancellationToken) > 0)
        {
            await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Database: applied {Migration}")]
        public static partial void Applied(ILogger logger, string migration);
    }
}
