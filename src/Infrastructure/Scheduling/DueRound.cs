using Microsoft.Extensions.DependencyInjection;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>
/// One look at what is due, piece by piece. Each is decided on what the database says then, in a scope and a transaction of its own, so whoever is
/// killed goes on where they stopped and several hosts do no harm. One that fails keeps no other back.
/// </summary>
public sealed class DueRound(IServiceScopeFactory scopes)
{
    private readonly List<Exception> failures = [];

    public async Task DoAsync(Guid organisationId, Func<IServiceProvider, Task> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Is(organisationId);
        try
        {
            await work(scope.ServiceProvider);
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        }
        catch (ConflictException)
        {
            // Somebody tapped at that moment, or another host was first. The next look tells what is left to do.
        }
#pragma warning disable CA1031 // Thrown by End, when everything else is done.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            failures.Add(exception);
        }
    }

    /// <summary>Throws what failed. It is still due, so the next look tries again.</summary>
    public void End()
    {
        if (failures.Count > 0)
        {
            throw new AggregateException("Some of what was due failed, and is tried again.", failures);
        }
    }
}
