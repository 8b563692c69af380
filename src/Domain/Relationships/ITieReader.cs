namespace RelateBot.Domain.Relationships;

/// <summary>Who is tied to whom, in the current organisation.</summary>
public interface ITieReader
{
    /// <summary>A person's ties, the strongest first; the cost follows <paramref name="limit"/>, not how many there are.</summary>
    Task<IReadOnlyList<Tie>> StrongestAsync(Guid personId, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// The ties by which one person could be introduced to another: the strongest <paramref name="limit"/> of each, with people who are
    /// here and take introductions, and those among these people; none below the level <paramref name="weakest"/>. The cost follows
    /// <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<Tie>> BetweenAsync(Guid personId, Guid otherId, int weakest, int limit, CancellationToken cancellationToken);
}
