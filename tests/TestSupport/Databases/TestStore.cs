using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.TestSupport.Databases;

/// <summary>The store of a host without the rest of the host.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public TestStore(
        DatabaseProvider provider,
        string connectionString,
        Action<IServiceCollection>? customise = null,
        bool migrateAtStart = true)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = provider.ToString(),
            ["Database:MigrateAtStart"] = migrateAtStart.ToString(),
            [$"ConnectionStrings:{StoreRegistration.ConnectionName}"] = connectionString,
        }).Build();
        var collection = new ServiceCollection().AddLogging().AddStore(configuration)
            .ConfigureDbContext<RelateDbContext>(options => options.AddInterceptors(LengthGuard.Instance));
        customise?.Invoke(collection);
        collection.TryAddSingleton(TimeProvider.System);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    /// <summary>Returns the services that a singleton sees.</summary>
    public IServiceProvider Services => services;

    /// <summary>Applies pending migrations.</summary>
    public Task<IReadOnlyList<string>> MigrateAsync() =>
        InScopeAsync(Guid.Empty, scope => scope.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None));

    /// <summary>Runs an action for an organisation, or for none when the id is empty.</summary>
    public async Task<T> InScopeAsync<T>(Guid organisationId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(organisationId);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs an action for an organisation and commits.</summary>
    public Task CommitAsync(Guid organisationId, Func<IServiceProvider, Task> work) => InScopeAsync(organisationId, async scope =>
    {
        await work(scope);
        await scope.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
        return true;
    });

    /// <inheritdoc cref="CommitAsync(Guid, Func{IServiceProvider, Task})" />
    public Task CommitAsync(Guid organisationId, Action<IServiceProvider> work) => CommitAsync(organisationId, scope =>
    {
        work(scope);
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
