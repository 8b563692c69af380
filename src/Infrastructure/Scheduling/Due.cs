namespace RelateBot.Infrastructure.Scheduling;

/// <summary>Something of an organisation whose time has come.</summary>
/// <param name="OrganisationId">Whose it is.</param>
/// <param name="Id">Which one; what it names, the queue says.</param>
public sealed record Due(Guid OrganisationId, Guid Id);

/// <summary>Finds what is due of one kind, in all organisations.</summary>
public interface IDueQueue
{
    /// <summary>Some of it, the longest due first; when that much is done it is asked again.</summary>
    Task<IReadOnlyList<Due>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Does one piece of what is due, in a scope of its organisation. Its changes are committed when it returns.</summary>
public interface IDueWork
{
    /// <summary>Decides on what the database says now: it may be due no longer.</summary>
    Task DoAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>The same for a piece that is too large for one transaction: each batch has a scope and a commit of its own.</summary>
public interface IDueBatches
{
    /// <summary>Does the next ones of a piece in the order of their ids, after the last one that is done; that is empty at first.</summary>
    /// <returns>The last one that is done now; null when there are no more.</returns>
    Task<Guid?> DoNextAsync(Guid id, Guid after, CancellationToken cancellationToken);
}
