using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport.Databases;

namespace RelateBot.TestSupport;

/// <summary>The store alone, on a SQLite file of its own with one organisation in it.</summary>
public sealed class TemporaryStore : IAsyncDisposable
{
    private readonly SqliteDatabase database;
    private readonly TestStore store;

    private TemporaryStore(SqliteDatabase database, TimeProvider clock, Action<IServiceCollection>? customise)
    {
        this.database = database;
        store = new TestStore(database.Provider, database.ConnectionString, services => customise?.Invoke(services.AddSingleton(clock)));
        Organisation = new Organisation { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = "Under test", TimeZone = "Etc/UTC" };
    }

    public string ConnectionString => database.ConnectionString;

    public IServiceProvider Services => store.Services;

    public Organisation Organisation { get; }

    /// <summary>An empty database with this version's tables.</summary>
    public static async Task<TemporaryStore> CreateAsync(TimeProvider? clock = null, Action<IServiceCollection>? customise = null)
    {
        var file = new SqliteDatabase();
        await file.InitializeAsync();
        var made = new TemporaryStore(file, clock ?? new FakeTimeProvider(TestTime.Start), customise);
        await made.ChangeAsync(context => context.Organisations.Add(made.Organisation));
        return made;
    }

    /// <summary>Runs something in a scope of the organisation.</summary>
    public Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work) => store.InScopeAsync(Organisation.Id, work);

    /// <summary>Reads something of the organisation.</summary>
    public Task<T> ReadAsync<T>(Func<RelateDbContext, Task<T>> read) =>
        InScopeAsync(services => read(services.GetRequiredService<RelateDbContext>()));

    /// <summary>Changes something and commits it.</summary>
    public Task ChangeAsync(Action<RelateDbContext> change) =>
        store.CommitAsync(Organisation.Id, services => change(services.GetRequiredService<RelateDbContext>()));

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await database.DisposeAsync();
    }
}
