namespace RelateBot.Domain.Introductions;

/// <summary>
/// The introductions of the current organisation. Committing fails with a conflict when someone else changed the same introduction, or when
/// the same two people already have an open one.
/// </summary>
public interface IIntroductionStore
{
    /// <summary>Adds an introduction, which is saved on commit.</summary>
    void Add(Introduction introduction);

    /// <summary>Finds the introduction with this id. Changes to it are saved on commit.</summary>
    /// <returns>Null when there is none.</returns>
    Task<Introduction?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Returns the introductions that a person asked for since a moment (UTC).</summary>
    Task<IReadOnlyList<Introduction>> AskedByAsync(Guid askerId, DateTimeOffset since, CancellationToken cancellationToken);
}
