namespace RelateBot.Domain.Digests;

/// <summary>Who wants digests, in the current organisation. Committing a change to one that somebody else changed first fails as a conflict.</summary>
public interface IDigestSubscriptions
{
    /// <summary>A person's; changes to it will be committed. Null when they never had one.</summary>
    Task<DigestSubscription?> OfAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Adds one to what will be committed.</summary>
    void Add(DigestSubscription subscription);
}
