namespace RelateBot.Domain.Exchanges;

/// <summary>The append-only record of what people did for each other, in the current organisation.</summary>
public interface ILedger
{
    /// <summary>Adds an entry to what will be committed.</summary>
    void Record(Exchange exchange);

    /// <summary>
    /// Adds a "me too" to what will be committed. Committing a second one of the same person and act fails as a conflict.
    /// </summary>
    void Record(Seconding seconding);

    /// <summary>Every entry of an act, corrections included; empty when there is no such act.</summary>
    Task<IReadOnlyList<Exchange>> GetActEntriesAsync(Guid actId, CancellationToken cancellationToken);

    /// <summary>Every entry of these acts, corrections included.</summary>
    Task<IReadOnlyList<Exchange>> GetEntriesOfActsAsync(IReadOnlyCollection<Guid> actIds, CancellationToken cancellationToken);

    /// <summary>
    /// The acts that a person gave, newest first, those taken back left out; with <paramref name="before"/>, the ones that follow it.
    /// </summary>
    Task<IReadOnlyList<ActPosition>> LatestGivenAsync(Guid personId, ActPosition? before, int limit, CancellationToken cancellationToken);

    /// <summary>The same for what a person received: in their own name, or in public as a member of a department.</summary>
    Task<IReadOnlyList<ActPosition>> LatestReceivedAsync(
        Guid personId,
        Guid? departmentId,
        ActPosition? before,
        int limit,
        CancellationToken cancellationToken);

    /// <summary>Who seconded an act, in the order in which they did.</summary>
    Task<IReadOnlyList<Seconding>> SecondingsAsync(Guid actId, CancellationToken cancellationToken);

    /// <summary>The acts since a moment that name a department, oldest first; what was imported from the past is left out.</summary>
    Task<IReadOnlyList<Guid>> ActsForDepartmentAsync(Guid departmentId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>How many entries a person wrote since a moment, corrections not counted.</summary>
    Task<int> CountByAsync(Guid personId, DateTimeOffset since, CancellationToken cancellationToken);
}
