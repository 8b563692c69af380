using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace RelateBot.Infrastructure.Persistence.Committing;

/// <summary>
/// Commits several contexts in one SQLite transaction. SQLite has one writer and flushes the disk for every transaction, so all waiting
/// contexts are saved on one connection, each in its own savepoint (created by EF Core). They are told the result when the transaction is
/// on disk. When one fails, the others aren't affected.
/// </summary>
internal sealed class SqliteGroupCommitter : ICommitter, IAsyncDisposable
{
    private const int MostInOneTransaction = 128;

    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly string connectionString;
    private readonly Task writing;

    public SqliteGroupCommitter(string connectionString)
    {
        // Not pooled: after a disk error, a closed connection must not be reused.
        this.connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        writing = Task.Run(WriteAsync);
    }

    public Task CommitAsync(RelateDbContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!context.ChangeTracker.HasChanges())
        {
            return Task.CompletedTask;
        }

        // From here on, the changes are written on the writer's connection.
        context.Database.CloseConnection();
        var waiting = new Waiting(context);
        return queue.Writer.TryWrite(waiting)
            ? waiting.Done
            : Task.FromException(new InvalidOperationException("The host is stopping and accepts no more changes."));
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync()
    {
        await using var connection = new SqliteConnection(connectionString);
        var taken = new List<Waiting>(MostInOneTransaction);
        while (await queue.Reader.WaitToReadAsync())
        {
            taken.Clear();
            try
            {
                await OpenAsync(connection);

                // Immediate: wait for the lock here, once, not in the middle of a savepoint.
                await using var transaction = connection.BeginTransaction(deferred: false);
                while (taken.Count < MostInOneTransaction && queue.Reader.TryRead(out var waiting))
                {
                    taken.Add(waiting);
                    await SaveAsync(waiting, connection, transaction);
                }

                await transaction.CommitAsync();

                // Only now, also for those with a conflict: reading again now shows them the change that was committed first.
                taken.ForEach(waiting => waiting.Tell());
            }
#pragma warning disable CA1031 // Every waiting caller must get the error, and the loop must continue.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // Callers in the failed transaction get the error. So do those still waiting, instead of hanging on a failed disk.
                await connection.CloseAsync();
                while (taken.Count == 0 && queue.Reader.TryRead(out var waiting))
                {
                    waiting.Trouble = exception;
                    waiting.Tell();
                }

                taken.ForEach(waiting =>
                {
                    waiting.Trouble ??= exception;
                    waiting.Tell();
                });
            }
        }
    }

    private static async Task OpenAsync(SqliteConnection connection)
    {
        if (connection.State is System.Data.ConnectionState.Open)
        {
            return;
        }

        await connection.OpenAsync();
        await using var pragmas = connection.CreateCommand();

        // FULL: a committed change survives a power failure, not only a crash of the process.
        pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";
        await pragmas.ExecuteNonQueryAsync();
    }

    private static async Task SaveAsync(Waiting waiting, SqliteConnection connection, DbTransaction transaction)
    {
        var database = waiting.Context.Database;
        var own = database.GetConnectionString();
        try
        {
            database.SetDbConnection(connection);
            await database.UseTransactionAsync(transaction);
            await waiting.Context.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception.IsConflict())
        {
            waiting.Trouble = new ConflictException(exception);
        }
#pragma warning disable CA1031 // An error in one command's rows only concerns that command; the loop must continue.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            waiting.Trouble = exception;
            if (raw.sqlite3_get_autocommit(connection.Handle) != 0)
            {
                // SQLite has rolled back the whole transaction, as it does when the disk is full. No one else's changes may count as saved.
                throw;
            }
        }
        finally
        {
            await database.UseTransactionAsync(null);
            database.SetDbConnection(null, contextOwnsConnection: true);
            database.SetConnectionString(own);
        }
    }

    private sealed class Waiting(RelateDbContext context)
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public RelateDbContext Context => context;

        public Task Done => done.Task;

        public Exception? Trouble { get; set; }

        public void Tell()
        {
            if (Trouble is null)
            {
                done.SetResult();
            }
            else
            {
                done.SetException(Trouble);
            }
        }
    }
}
