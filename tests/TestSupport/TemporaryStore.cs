using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport.Databases;

namespace RelateBot.TestSupport;

/// <summary>A store on its own SQLite file with one organisation.</summary>
public sealed class TemporaryStore : IAsyncDisposable
{
    private readonly SqliteDatabase database;
    private readonly TestStore store;

    private TemporaryStore(SqliteDatabase database, TimeProvider clock, Action<IServiceCollection>? customise)
    {
        this.database = database;
        store = new TestStore(database.Provider, database.ConnectionString, services =>
        {
            services.AddSingleton(clock);
            customise?.Invoke(services);
        });
        Organisation = new Organisation { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = "Under test", TimeZone = "Etc/UTC" };
    }

    public string ConnectionString => database.ConnectionString;

    public IServiceProvider Services => store.Services;

    public Organisation Organisation { get; }

    /// <summary>Creates an empty database with the current tables.</summary>
    public static async Task<TemporaryStore> CreateAsync(TimeProvider? clock = null, Action<IServiceCollection>? customise = null)
    {
        var file = new SqliteDatabase();
        await file.InitializeAsync();
        var made = new TemporaryStore(file, clock ?? new FakeTimeProvider(TestTime.Start), customise);
        await made.ChangeAsync(context => context.Organisations.Add(made.Organisation));
        return made;
    }

    /// <summary>Runs an action in a scope of the organisation.</summary>
    public Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work) => store.InScopeAsync(Organisation.Id, work);

    /// <summary>Reads data of the organisation.</summary>
    public Task<T> ReadAsync<T>(Func<RelateDbContext, Task<T>> read) =>
        InScopeAsync(services => read(services.GetRequiredService<RelateDbContext>()));

    /// <summary>Changes data and commits.</summary>
    public Task ChangeAsync(Action<RelateDbContext> change) =>
        store.CommitAsync(Organisation.Id, services => change(services.GetRequiredService<RelateDbContext>()));

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await database.DisposeAsync();
    }
}
