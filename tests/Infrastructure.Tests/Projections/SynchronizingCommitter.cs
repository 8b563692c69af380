using Microsoft.Extensions.DependencyInjection;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Infrastructure.Tests.Projections;

/// <summary>Holds commits until the expected number is waiting, or runs an action just before one.</summary>
internal sealed class SynchronizingCommitter(int expected)
{
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int arrived;

    public bool IsClosed { get; set; }

    public Func<Task>? BeforeCommit { get; set; }

    public async Task WaitAsync()
    {
        if (BeforeCommit is not null)
        {
            await BeforeCommit();
        }

        if (IsClosed)
        {
            if (Interlocked.Increment(ref arrived) == expected)
            {
                all.SetResult();
            }

            await all.Task;
        }
    }
}

internal static class SynchronizingCommitterRegistration
{
    /// <summary>Puts the meeting in front of the committer that is registered.</summary>
    public static void Decorate(this IServiceCollection services, SynchronizingCommitter meeting)
    {
        var inner = services.Single(service => service.ServiceType == typeof(ICommitter)).ImplementationFactory!;
        services.AddSingleton<ICommitter>(provider => new Decorator((ICommitter)inner(provider), meeting));
    }

    private sealed class Decorator(ICommitter inner, SynchronizingCommitter meeting) : ICommitter, IAsyncDisposable
    {
        public async Task CommitAsync(RelateDbContext context, CancellationToken cancellationToken)
        {
            await meeting.WaitAsync();
            await inner.CommitAsync(context, cancellationToken);
        }

        public ValueTask DisposeAsync() => inner is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;
    }
}
