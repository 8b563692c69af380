using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Hosting;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Cli.Doctor;

/// <summary>Checks that the database answers, has this version's tables and has up-to-date projections.</summary>
internal sealed class DatabaseCheck(IServiceProvider services) : IDoctorCheck
{
    private const int LargeBacklog = 100_000;

    public string Name => "Database";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        var isSqlite = context.Database.IsSqlite();
        if (isSqlite && FolderProblem(context) is { } problem)
        {
            yield return problem;
            yield break;
        }

        var connection = context.Database.GetDbConnection();
        await connection.OpenAsync(cancellationToken);
        yield return new Finding.Good(isSqlite
            ? $"SQLite answers, {Path.GetFullPath(connection.DataSource)}"
            : $"{connection.DataSource} answers, database {connection.Database}");

        var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            yield return new Finding.Problem(
                $"it lacks {string.Join(", ", pending)}",
                "Run `migrate`, or start the bot with Database:MigrateAtStart on.");
            yield break;
        }

        yield return new Finding.Good("it has this version's tables");
        if (isSqlite && await JournalModeAsync(context, cancellationToken) is var mode and not "wal")
        {
            yield return new Finding.Problem(
                $"SQLite's journal mode is {mode}, not wal",
                "Start the bot once: it switches WAL on. If it stays like this, the file is on a network share; move it to a local disk.");
        }

        var backlog = await context.UnprojectedExchanges.IgnoreQueryFilters().CountAsync(cancellationToken);
        yield return backlog > LargeBacklog
            ? new Finding.Problem(
                $"{backlog:N0} ledger entries are not in the flows yet",
                "Start the bot, which counts them in the background, or run `rebuild`.")
            : new Finding.Good($"{backlog:N0} ledger entries wait to be counted");
    }

    private static Finding.Problem? FolderProblem(RelateDbContext context)
    {
        var file = new SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource;
        if (!File.Exists(file))
        {
            return new Finding.Problem(
                $"there is no file {Path.GetFullPath(file)} yet",
                "Run `migrate` or start the bot in the folder where its data belongs; ConnectionStrings:RelateBot names another place.");
        }

        // SQLite writes its log next to the file, so both the file and its folder must be writable.
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var probe = Path.Combine(folder, $".{Path.GetRandomFileName()}");
        try
        {
            using (File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return null;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Finding.Problem(
                $"{folder} or the file in it cannot be written: {exception.Message}",
                "Give both to the account that runs the bot, and look whether the disk is full.");
        }
    }

    private static Task<string> JournalModeAsync(RelateDbContext context, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode()").SingleAsync(cancellationToken);
}
