using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Infrastructure.Persistence.Database;

/// <summary>Brings the database to this version's tables. Several hosts may start at once: one migrates, the others wait for it.</summary>
public sealed partial class Migrator(RelateDbContext context, IOptions<DatabaseOptions> options, ILogger<Migrator> logger)
{
    /// <summary>Any number that no other program locks by in the same database.</summary>
    private const long PostgreSqlTurn = 0x52656C617465426F;

    /// <summary>At start: applies what is pending or, where that is switched off, refuses with a sentence that says what to do.</summary>
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

    /// <summary>Applies what is pending and returns the names of what was applied.</summary>
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
    /// PostgreSQL gives EF Core's lock back with every migration's transaction, so another host may apply the next one meanwhile. Ours
    /// fails then, wholly, and a fresh look tells what is left.
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
    /// EF Core's lock is within the database, so hosts that meet none at all may both try to create it; the second finds it there.
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
    /// On PostgreSQL EF Core's lock ends with the first migration's transaction, so with several to apply another host would come in
    /// between.
    /// A lock of the session is kept to the end, and goes with the connection when the host is killed.
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
    /// For a SQLite file: its folder, and the one turn at migrating it. EF Core's own lock there is a row that outlives a killed host
    /// and would stop every later start; the operating system drops a lock on a file together with its process.
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
                // The machine's time: another process is at work, and no test moves its clock.
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    /// <summary>A folder that is made here is for the bot's own account alone: the file holds private notes.</summary>
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
