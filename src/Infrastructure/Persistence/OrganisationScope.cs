using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>
/// The only way to work inside an organisation: opens a dependency injection scope for it and passes the requested services to the work.
/// They live as long as the scope, so don't keep them. <see cref="IServiceProvider"/> can be requested too, for work that needs many
/// services.
/// </summary>
public sealed class OrganisationScope(IServiceScopeFactory scopes)
{
    /// <summary>How often a change is tried. Several tries in a row can conflict at busy moments.</summary>
    public const int Attempts = 10;

    /// <summary>Runs work that belongs to no organisation or crosses all of them: filtered queries find nothing here.</summary>
    /// <returns>What the work returns.</returns>
    public Task<T> AcrossAsync<TService, T>(Func<TService, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where TService : notnull => RunAsync(Guid.Empty, work, cancellationToken);

    /// <inheritdoc cref="AcrossAsync{TService, T}" />
    public Task AcrossAsync<TService>(Func<TService, CancellationToken, Task> work, CancellationToken cancellationToken)
        where TService : notnull => RunAsync(Guid.Empty, work, cancellationToken);

    /// <summary>Runs work that only reads, or that commits itself.</summary>
    /// <returns>What the work returns.</returns>
    public Task<T> RunAsync<TService, T>(
        Guid organisationId, Func<TService, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where TService : notnull => OpenAsync(organisationId, services => work(services.GetRequiredService<TService>(), cancellationToken));

    /// <inheritdoc cref="RunAsync{TService, T}" />
    public Task RunAsync<TService>(Guid organisationId, Func<TService, CancellationToken, Task> work, CancellationToken cancellationToken)
        where TService : notnull => RunAsync(organisationId, Answering(work), cancellationToken);

    /// <inheritdoc cref="RunAsync{TService, T}" />
    public Task<T> RunAsync<TFirst, TSecond, T>(
        Guid organisationId, Func<TFirst, TSecond, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where TFirst : notnull
        where TSecond : notnull => RunAsync(organisationId, Both(work), cancellationToken);

    /// <summary>Runs work and commits its changes when it returns.</summary>
    /// <returns>What the work returns.</returns>
    /// <exception cref="ConflictException">Another commit was first. Nothing is saved.</exception>
    public Task<T> CommitAsync<TService, T>(
        Guid organisationId, Func<TService, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where TService : notnull => OpenAsync(organisationId, services => DoAndCommitAsync(services, work, cancellationToken));

    /// <inheritdoc cref="CommitAsync{TService, T}" />
    public Task CommitAsync<TService>(
        Guid organisationId, Func<TService, CancellationToken, Task> work, CancellationToken cancellationToken)
        where TService : notnull => CommitAsync(organisationId, Answering(work), cancellationToken);

    /// <inheritdoc cref="CommitAsync{TService, T}" />
    public Task CommitAsync<TService>(Guid organisationId, Action<TService> work, CancellationToken cancellationToken)
        where TService : notnull => CommitAsync(organisationId, Answering(work), cancellationToken);

    /// <inheritdoc cref="CommitAsync{TService, T}" />
    public Task<T> CommitAsync<TFirst, TSecond, T>(
        Guid organisationId, Func<TFirst, TSecond, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where TFirst : notnull
        where TSecond : notnull => CommitAsync(organisationId, Both(work), cancellationToken);

    /// <summary>Runs work and commits its changes. After a conflict it is run again in a new scope, so it sees the latest data.</summary>
    /// <returns>What the work returns.</returns>
    /// <exception cref="ConflictException">All <see cref="Attempts"/> had conflicts.</exception>
    public async Task<T> ChangeAsync<TService, T>(
        Guid organisationId, Func<TService, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await CommitAsync(organisationId, work, cancellationToken);
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // Try again with the latest data.
            }
        }
    }

    /// <inheritdoc cref="ChangeAsync{TService, T}" />
    public Task ChangeAsync<TService>(
        Guid organisationId, Func<TService, CancellationToken, Task> work, CancellationToken cancellationToken)
        where TService : notnull => ChangeAsync(organisationId, Answering(work), cancellationToken);

    /// <inheritdoc cref="ChangeAsync{TService, T}" />
    public Task ChangeAsync<TService>(Guid organisationId, Action<TService> work, CancellationToken cancellationToken)
        where TService : notnull => ChangeAsync(organisationId, Answering(work), cancellationToken);

    /// <inheritdoc cref="ChangeAsync{TService, T}" />
    public Task<T> ChangeAsync<TFirst, TSecond, T>(
        Guid organisationId, Func<TFirst, TSecond, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where TFirst : notnull
        where TSecond : notnull => ChangeAsync(organisationId, Both(work), cancellationToken);

    /// <summary>
    /// Finds an entity in any organisation, then works on it. Both run in one scope, which switches to the entity's organisation. Changes
    /// are committed when the work returns.
    /// </summary>
    /// <returns>What the work returns; the default when nothing was found.</returns>
    /// <exception cref="ConflictException">Another commit was first. Nothing is saved.</exception>
    public Task<T?> CommitFoundAsync<TService, TFound, T>(
        Func<TService, CancellationToken, Task<TFound?>> find,
        Func<TService, TFound, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
        where TService : notnull
        where TFound : class, IOrganisationScoped => OpenAsync<T?>(Guid.Empty, async services =>
    {
        if (await find(services.GetRequiredService<TService>(), cancellationToken) is not { } found)
        {
            return default;
        }

        services.GetRequiredService<Tenant>().Use(found.OrganisationId);
        return await DoAndCommitAsync<TService, T>(services, (service, token) => work(service, found, token), cancellationToken);
    });

    private static async Task<T> DoAndCommitAsync<TService, T>(
        IServiceProvider services, Func<TService, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        var result = await work(services.GetRequiredService<TService>(), cancellationToken);
        await services.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        return result;
    }

    private static Func<TService, CancellationToken, Task<bool>> Answering<TService>(Func<TService, CancellationToken, Task> work) =>
        async (service, token) =>
        {
            await work(service, token);
            return true;
        };

    private static Func<TService, CancellationToken, Task<bool>> Answering<TService>(Action<TService> work) => (service, _) =>
    {
        work(service);
        return Task.FromResult(true);
    };

    private static Func<IServiceProvider, CancellationToken, Task<T>> Both<TFirst, TSecond, T>(
        Func<TFirst, TSecond, CancellationToken, Task<T>> work)
        where TFirst : notnull
        where TSecond : notnull =>
        (services, token) => work(services.GetRequiredService<TFirst>(), services.GetRequiredService<TSecond>(), token);

    private async Task<T> OpenAsync<T>(Guid organisationId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(organisationId);
        return await work(scope.ServiceProvider);
    }
}
