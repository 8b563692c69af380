using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>
/// One pass over the due items. Each item is decided on the latest data, in its own scope and transaction. So an interrupted pass can
/// continue later, and several hosts can work at once. An item that fails doesn't stop the others.
/// </summary>
public sealed class DueRound(OrganisationScope organisations, TimeProvider clock)
{
    private readonly List<Exception> failures = [];

    /// <summary>Processes every due item of a queue.</summary>
    public Task DoAsync<TQueue, TWork>(CancellationToken cancellationToken)
        where TQueue : IDueQueue
        where TWork : IDueWork =>
        EachAsync<TQueue>(
            due => DoAsync(due.OrganisationId, (TWork work, CancellationToken token) => work.DoAsync(due.Id, token), cancellationToken),
            cancellationToken);

    /// <summary>Processes every due item of a queue, in batches.</summary>
    public Task DoInBatchesAsync<TQueue, TBatches>(CancellationToken cancellationToken)
        where TQueue : IDueQueue
        where TBatches : IDueBatches =>
        EachAsync<TQueue>(due => TryAsync(() => WalkAsync<TBatches>(due, cancellationToken)), cancellationToken);

    /// <summary>Processes one item. Another host or a person may be first; the next pass then does what is left.</summary>
    public Task DoAsync<TService>(Guid organisationId, Func<TService, CancellationToken, Task> work, CancellationToken cancellationToken)
        where TService : notnull => TryAsync(async () =>
    {
        try
        {
            await organisations.CommitAsync(organisationId, work, cancellationToken);
        }
        catch (ConflictException)
        {
            // Someone tapped at that moment, or another host was first.
        }
    });

    /// <summary>Throws the collected failures. Failed items are still due, so the next pass tries again.</summary>
    /// <exception cref="AggregateException">At least one item failed.</exception>
    public void End()
    {
        if (failures.Count > 0)
        {
            throw new AggregateException("Some due items failed. They will be tried again.", failures);
        }
    }

    /// <summary>Processes each item once. Failed items, and those that another host is processing, are found again but skipped.</summary>
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

    /// <summary>A batch starts again when a person changes their settings at the same moment.</summary>
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
