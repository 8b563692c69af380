using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>
/// The one way to work inside an organisation: opens a scope of dependency injection for it and gives the work the services it names.
/// These live as long as the scope, so none of them may be kept. <see cref="IServiceProvider"/> is a service too, for work that needs many.
/// </summary>
public sealed class OrganisationScope(IServiceScopeFactory scopes)
{
    /// <summary>How often a change is tried. Each time somebody wins; a busy moment may be lost several times in a row.</summary>
    public const int Attempts = 10;

    /// <summary>Work that belongs to no organisation, or looks across all of them: a filtered query finds nothing here.</summary>
    /// <returns>What the work returns.</returns>
    public Task<T> AcrossAsync<TService, T>(Func<TService, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where TService : notnull => RunAsync(Guid.Empty, work, cancellationToken);

    /// <inheritdoc cref="AcrossAsync{TService, T}" />
    public Task AcrossAsync<TService>(Func<TService, CancellationToken, Task> work, CancellationToken cancellationToken)
        where TService : notnull => RunAsync(Guid.Empty, work, cancellationToken);

    /// <summary>Work that only reads, or that commits by itself.</summary>
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

    /// <summary>Work whose changes are committed when it returns.</summary>
    /// <returns>What the work returns.</returns>
    /// <exception cref="ConflictException">Someone else committed first; nothing is kept.</exception>
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

    /// <summary>The same, tried again in a new scope when someone else committed first: the work then sees what is true now.</summary>
    /// <returns>What the work returns.</returns>
    /// <exception cref="ConflictException">All <see cref="Attempts"/> were lost.</exception>
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
                // Look again.
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
    /// Work on something that has to be found before it is known whose it is. Both happen in one scope, which turns to the organisation of
    /// what was found; changes are committed when the work returns.
    /// </summary>
    /// <returns>What the work returns; the default when nothing was found.</returns>
    /// <exception cref="ConflictException">Someone else committed first; nothing is kept.</exception>
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
