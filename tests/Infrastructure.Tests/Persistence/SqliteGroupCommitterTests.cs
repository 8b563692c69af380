using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Database;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Persistence;

public sealed class SqliteGroupCommitterTests : IAsyncLifetime
{
    private readonly SqliteDatabase database = new();
    private readonly Guid organisationId = NewId();
    private TestStore store = null!;

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        store = NewHost();
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Commands_that_wait_together_share_one_transaction()
    {
        var transactions = await TransactionsAsync();
        List<Task> waiting;
        await using (await HoldWriteLockAsync())
        {
            waiting = [.. Enumerable.Range(0, 10).Select(index => AddAsync($"Person {index}"))];
        }

        await Task.WhenAll(waiting);

        Assert.Equal(10, (await NamesAsync()).Count);
        Assert.Equal(1, await TransactionsAsync() - transactions);
    }

    [Fact]
    public async Task One_in_conflict_takes_nobody_along()
    {
        await AddAsync("Sue", "sue@acme.example");
        Task before, conflict, after;
        await using (await HoldWriteLockAsync())
        {
            before = AddAsync("Before");
            conflict = AddAsync("Sue again", "sue@acme.example");
            after = AddAsync("After");
        }

        await before;
        await Assert.ThrowsAsync<ConflictException>(() => conflict);
        await after;

        Assert.Equal(["After", "Before", "Sue"], await NamesAsync());
    }

    [Fact]
    public async Task One_with_other_trouble_hears_of_it_and_takes_nobody_along()
    {
        await RunAsync(
            "CREATE TRIGGER refuse BEFORE INSERT ON people WHEN NEW.Name = 'Trouble' BEGIN SELECT RAISE(ABORT, 'no such luck'); END");
        Task before, trouble, after;
        await using (await HoldWriteLockAsync())
        {
            before = AddAsync("Before");
            trouble = AddAsync("Trouble");
            after = AddAsync("After");
        }

        await before;
        var heard = await Assert.ThrowsAsync<DbUpdateException>(() => trouble);
        await after;

        Assert.Contains("no such luck", heard.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal(["After", "Before"], await NamesAsync());
    }

    [Fact]
    public async Task When_SQLite_gives_the_whole_transaction_up_nobody_in_it_is_told_otherwise()
    {
        // SQLite rolls back on its own in the same way when the disk is full.
        await RunAsync(
            "CREATE TRIGGER give_up BEFORE INSERT ON people WHEN NEW.Name = 'Last straw' BEGIN SELECT RAISE(ROLLBACK, 'disk is full'); END");
        Task before, lastStraw, after;
        await using (await HoldWriteLockAsync())
        {
            before = AddAsync("Before");
            lastStraw = AddAsync("Last straw");
            after = AddAsync("After");
        }

        await Assert.ThrowsAsync<DbUpdateException>(() => before);
        await Assert.ThrowsAsync<DbUpdateException>(() => lastStraw);
        await after;

        Assert.Equal(["After"], await NamesAsync());
    }

    [Fact]
    public async Task Trouble_with_the_disk_is_told_to_everybody_who_waits_and_passes_with_it()
    {
        var folder = Directory.CreateTempSubdirectory("relatebot-disk-").FullName;
        var file = Path.Combine(folder, "later", "store.db");
        await using (var early = new TestStore(DatabaseProvider.Sqlite, $"Data Source={file};Pooling=false"))
        {
            var waiting = Enumerable.Range(0, 20).Select(index => AddAsync($"Person {index}", host: early)).ToList();
            foreach (var command in waiting)
            {
                await Assert.ThrowsAsync<SqliteException>(() => command);
            }

            await early.MigrateAsync();
            await AddAsync("Sue", host: early);
            Assert.Equal(["Sue"], await NamesAsync(early));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_host_that_stops_finishes_what_waits_and_takes_no_more()
    {
        Task waiting, stopping;
        await using var scope = store.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(organisationId);
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        var committer = scope.ServiceProvider.GetRequiredService<ICommitter>();
        await using (await HoldWriteLockAsync())
        {
            waiting = AddAsync("In time");
            stopping = ((IAsyncDisposable)committer).DisposeAsync().AsTask();
            context.People.Add(NewPerson("Too late"));
            await Assert.ThrowsAsync<InvalidOperationException>(() => committer.CommitAsync(context, default));
        }

        await waiting;
        await stopping;
        await using var next = NewHost();
        Assert.Equal(["In time"], await NamesAsync(next));
    }

    [Fact]
    public async Task Nothing_to_write_waits_for_nobody()
    {
        await using (await HoldWriteLockAsync())
        {
            await store.CommitAsync(organisationId, _ => { });
        }
    }

    [Fact]
    public async Task What_is_acknowledged_is_on_the_disk()
    {
        await AddAsync("Sue");

        // Read by SQLite's own words: the journal is a write-ahead log, and each commit is flushed to the disk.
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", await command.ExecuteScalarAsync());
    }

    private TestStore NewHost() => new(database.Provider, database.ConnectionString);

    private static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private Person NewPerson(string name, string? email = null) =>
        new() { Id = NewId(), OrganisationId = organisationId, Name = name, Email = email };

    private Task AddAsync(string name, string? email = null, TestStore? host = null) => (host ?? store).CommitAsync(
        organisationId, services => services.GetRequiredService<RelateDbContext>().People.Add(NewPerson(name, email)));

    private Task<List<string>> NamesAsync(TestStore? host = null) => (host ?? store).InScopeAsync(
        organisationId,
        services => services
            .GetRequiredService<RelateDbContext>().People
            .OrderBy(person => person.Name)
            .Select(person => person.Name)
            .ToListAsync());

    /// <summary>Until it is disposed, writers wait, so the test knows that the commands wait together.</summary>
    private async Task<IAsyncDisposable> HoldWriteLockAsync()
    {
        var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        connection.BeginTransaction(deferred: false);
        return connection;
    }

    /// <summary>
    /// How many transactions the write-ahead log holds: the last frame of each carries the database's size
    /// (https://sqlite.org/fileformat2.html#walformat).
    /// </summary>
    private async Task<int> TransactionsAsync()
    {
        const int header = 32;
        const int frameHeader = 24;
        await using var log = new FileStream(
            new SqliteConnectionStringBuilder(database.ConnectionString).DataSource + "-wal",
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite);
        var bytes = new byte[log.Length];
        await log.ReadExactlyAsync(bytes);
        var frame = frameHeader + BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(8));
        return Enumerable.Range(0, (bytes.Length - header) / frame)
            .Count(index => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(header + (index * frame) + 4)) != 0);
    }

    private async Task RunAsync(string statement)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this class's own.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
