using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.TestSupport;

/// <summary>The store alone, on a SQLite file of its own with one organisation in it.</summary>
public sealed class TemporaryStore : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("relatebot-");
    private readonly ServiceProvider services;

    private TemporaryStore(TimeProvider clock, Action<IServiceCollection>? customise)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new($"ConnectionStrings:{StoreRegistration.ConnectionName}", ConnectionString)]).Build();
        var collection = new ServiceCollection().AddLogging().AddSingleton(clock).AddStore(configuration);
        customise?.Invoke(collection);
        services = collection.BuildServiceProvider(validateScopes: true);
        Organisation = new Organisation { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = "Under test", TimeZone = "Etc/UTC" };
    }

    public string ConnectionString => $"Data Source={Path.Combine(folder.FullName, "test.db")}";

    public IServiceProvider Services => services;

    public Organisation Organisation { get; }

    /// <summary>An empty database with this version's tables.</summary>
    public static async Task<TemporaryStore> CreateAsync(TimeProvider? clock = null, Action<IServiceCollection>? customise = null)
    {
        var store = new TemporaryStore(clock ?? new ManualTime(), customise);
        await using (var scope = store.services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        }

        await store.ChangeAsync(context => context.Organisations.Add(store.Organisation));
        return store;
    }

    /// <summary>Runs something in a scope of the organisation.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Is(Organisation.Id);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Reads something of the organisation.</summary>
    public Task<T> ReadAsync<T>(Func<RelateDbContext, Task<T>> read) =>
        InScopeAsync(scoped => read(scoped.GetRequiredService<RelateDbContext>()));

    /// <summary>Changes something and commits it.</summary>
    public Task ChangeAsync(Action<RelateDbContext> change) => InScopeAsync(async scoped =>
    {
        change(scoped.GetRequiredService<RelateDbContext>());
        await scoped.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();

        // SQLite keeps pooled connections open; the folder goes with the last of them.
        await using (var last = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(last);
        }

        folder.Delete(recursive: true);
    }
}
