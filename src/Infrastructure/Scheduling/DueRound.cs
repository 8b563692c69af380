using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>
/// One look at what is due, piece by piece. Each is decided on what the database says then, in a scope and a transaction of its own, so
/// whoever is killed goes on where they stopped and several hosts do no harm. One that fails keeps no other back.
/// </summary>
public sealed class DueRound(OrganisationScope organisations, TimeProvider clock)
{
    private readonly List<Exception> failures = [];

    /// <summary>Does everything that is due in a queue.</summary>
    public Task DoAsync<TQueue, TWork>(CancellationToken cancellationToken)
        where TQueue : IDueQueue
        where TWork : IDueWork =>
        EachAsync<TQueue>(
            due => DoAsync(due.OrganisationId, (TWork work, CancellationToken token) => work.DoAsync(due.Id, token), cancellationToken),
            cancellationToken);

    /// <summary>Does everything that is due in a queue, each piece batch after batch.</summary>
    public Task DoInBatchesAsync<TQueue, TBatches>(CancellationToken cancellationToken)
        where TQueue : IDueQueue
        where TBatches : IDueBatches =>
        EachAsync<TQueue>(due => TryAsync(() => WalkAsync<TBatches>(due, cancellationToken)), cancellationToken);

    /// <summary>Does one piece. Another host or a person may be first; then the next look tells what is left to do.</summary>
    public Task DoAsync<TService>(Guid organisationId, Func<TService, CancellationToken, Task> work, CancellationToken cancellationToken)
        where TService : notnull => TryAsync(async () =>
    {
        try
        {
            await organisations.CommitAsync(organisationId, work, cancellationToken);
        }
        catch (ConflictException)
        {
            // Somebody tapped at that moment, or another host was first.
        }
    });

    /// <summary>Throws what failed. It is still due, so the next look tries again.</summary>
    public void End()
    {
        if (failures.Count > 0)
        {
            throw new AggregateException("Some of what was due failed, and is tried again.", failures);
        }
    }

    /// <summary>What fails, or what another host is just doing, is met a second time and left alone.</summary>
    private async Task EachAsync<TQueue>(Func<Due, Task> work, CancellationToken cancellationToken)
        where TQueue : IDueQueue
    {
        var met = new HashSet<Due>();
        while ((await FindAsync<TQueue>(cancellationToken)).Where(met.Add).ToList() is { Count: > 0 } due)
        {
            foreach (var piece in due)
            {
                await work(piece);
            }
        }
    }

    private Task<IReadOnlyList<Due>> FindAsync<TQueue>(CancellationToken cancellationToken)
        where TQueue : IDueQueue => organisations.AcrossAsync(
            (TQueue queue, CancellationToken token) => queue.FindAsync(clock.GetUtcNow(), token),
            cancellationToken);

    /// <summary>Somebody who changes their settings at that very moment makes a batch start again.</summary>
    private async Task WalkAsync<TBatches>(Due due, CancellationToken cancellationToken)
        where TBatches : IDueBatches
    {
        for (Guid? last = Guid.Empty; last is { } after;)
        {
            last = await organisations.ChangeAsync(
                due.OrganisationId,
                (TBatches batches, CancellationToken token) => batches.DoNextAsync(due.Id, after, token),
                cancellationToken);
        }
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // Thrown by End, when everything else is done.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            failures.Add(exception);
        }
    }
}
