namespace RelateBot.Domain.Introductions;

/// <summary>
/// Introductions of the current organisation. Committing a change to one that somebody else changed first, or a second open one of the same
/// two people, fails as a conflict.
/// </summary>
public interface IIntroductionStore
{
    /// <summary>Adds one to what will be committed.</summary>
    void Add(Introduction introduction);

    /// <summary>The one with this id; changes to it will be committed. Null when there is none.</summary>
    Task<Introduction?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>What somebody has asked for since a moment.</summary>
    Task<IReadOnlyList<Introduction>> AskedByAsync(Guid askerId, DateTimeOffset since, CancellationToken cancellationToken);
}
