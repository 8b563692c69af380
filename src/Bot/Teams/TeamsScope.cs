using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Teams;

/// <summary>Work on the store outside of a request, on behalf of a tenant's organisation.</summary>
public sealed class TeamsScope(IServiceScopeFactory scopes)
{
    private const int Attempts = 4;

    /// <summary>Reads.</summary>
    public async Task<T> ReadAsync<T>(Workspace workspace, Func<IServiceProvider, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Is(workspace.OrganisationId);
        return await read(scope.ServiceProvider);
    }

    /// <summary>Commits a change; once more from the start when somebody else was first.</summary>
    public async Task<T> ChangeAsync<T>(Workspace workspace, Func<IServiceProvider, Task<T>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ReadAsync(workspace, async services =>
                {
                    var result = await change(services);
                    await services.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
                    return result;
                });
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // Another activity of the same person or place was quicker: look again.
            }
        }
    }

    /// <summary>The same for a change without a result.</summary>
    public Task ChangeAsync(Workspace workspace, Func<IServiceProvider, Task> change, CancellationToken cancellationToken) => ChangeAsync(
        workspace,
        async services =>
        {
            await change(services);
            return true;
        },
        cancellationToken);
}
