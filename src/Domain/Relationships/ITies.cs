namespace RelateBot.Domain.Relationships;

/// <summary>Who is tied to whom, in the current organisation.</summary>
public interface ITies
{
    /// <summary>A person's ties, the strongest first; the cost follows <paramref name="limit"/>, not how many there are.</summary>
    Task<IReadOnlyList<Tie>> StrongestAsync(Guid personId, int limit, CancellationToken cancellationToken);
}
