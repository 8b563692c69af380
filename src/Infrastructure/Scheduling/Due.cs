namespace RelateBot.Infrastructure.Scheduling;

/// <summary>Something that is due in an organisation.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Id">The id of what is due; its queue defines what it identifies.</param>
public sealed record Due(Guid OrganisationId, Guid Id);

/// <summary>Finds due items of one kind, in all organisations.</summary>
public interface IDueQueue
{
    /// <summary>Returns some due items, the longest overdue first. It is called again when those are done.</summary>
    /// <param name="now">The current time (UTC).</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<IReadOnlyList<Due>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Processes one due item in a scope of its organisation. Its changes are committed when it returns.</summary>
public interface IDueWork
{
    /// <summary>Processes an item. Check the database first: it may no longer be due.</summary>
    Task DoAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>Processes an item that is too large for one transaction. Each batch has its own scope and commit.</summary>
public interface IDueBatches
{
    /// <summary>Processes the next batch in the order of ids, after the last id that is done (empty at first).</summary>
    /// <returns>The last id that is done now; null when there are no more.</returns>
    Task<Guid?> DoNextAsync(Guid id, Guid after, CancellationToken cancellationToken);
}
