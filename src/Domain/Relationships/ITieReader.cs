namespace RelateBot.Domain.Relationships;

/// <summary>Reads the ties between people, in the current organisation.</summary>
public interface ITieReader
{
    /// <summary>
    /// Returns a person's strongest ties, the strongest first. The cost depends on <paramref name="limit"/>, not on the number of ties.
    /// </summary>
    Task<IReadOnlyList<Tie>> StrongestAsync(Guid personId, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the ties that can form a path between two people: the strongest <paramref name="limit"/> of each, to active people who take
    /// introductions, and the ties among those. Ties below the level <paramref name="weakest"/> are left out. The cost depends on
    /// <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<Tie>> BetweenAsync(Guid personId, Guid otherId, int weakest, int limit, CancellationToken cancellationToken);
}
