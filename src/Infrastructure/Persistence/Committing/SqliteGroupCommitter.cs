using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace RelateBot.Infrastructure.Persistence.Committing;

/// <summary>
/// SQLite has one writer and pays one disk flush a transaction. So every context that waits is saved on one connection in one
/// transaction, each within its own savepoint (EF Core makes it), and all of them are told when that transaction is on the disk.
/// One that fails takes nothing of the others with it.
/// </summary>
internal sealed class SqliteGroupCommitter : ICommitter, IAsyncDisposable
{
    private const int MostInOneTransaction = 128;

    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly string connectionString;
    private readonly Task writing;

    public SqliteGroupCommitter(string connectionString)
    {
        // Not pooled: after trouble with the disk a closed connection must not come back from the pool as it was.
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

        // From here on it is written on the writer's connection.
        context.Database.CloseConnection();
        var waiting = new Waiting(context);
        return queue.Writer.TryWrite(waiting)
            ? waiting.Done
            : Task.FromException(new InvalidOperationException("The host is stopping and takes no more changes."));
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

                // Immediate: the lock is waited for here, once, and not met in the middle of somebody's savepoint.
                await using var transaction = connection.BeginTransaction(deferred: false);
                while (taken.Count < MostInOneTransaction && queue.Reader.TryRead(out var waiting))
                {
                    taken.Add(waiting);
                    await SaveAsync(waiting, connection, transaction);
                }

                await transaction.CommitAsync();

                // Now, and no sooner, also for those who lost a race: only now does a second look show them who won it.
                taken.ForEach(waiting => waiting.Tell());
            }
#pragma warning disable CA1031 // Whatever it is, whoever waits has to hear of it, and the loop has to live on.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // Whoever was in the failed transaction is told; whoever still waits is told too, rather than left hanging on a dead disk.
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

        // FULL: a committed change survives a power cut, not only a crash of the process.
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
#pragma warning disable CA1031 // Whatever one command's rows run into is that command's trouble; the loop has to live on for the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            waiting.Trouble = exception;
            if (raw.sqlite3_get_autocommit(connection.Handle) != 0)
            {
                // SQLite has rolled everything back by itself, as it does when the disk is full: nobody else may be saved as if it had not.
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
