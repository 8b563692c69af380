namespace RelateBot.Domain.Exchanges;

/// <summary>The append-only record of what people did for each other, in the current organisation.</summary>
public interface ILedger
{
    /// <summary>Adds an entry, which is saved on commit.</summary>
    void Record(Exchange exchange);

    /// <summary>
    /// Adds a "me too", which is saved on commit. Committing a second one for the same person and act fails with a conflict.
    /// </summary>
    void Record(Seconding seconding);

    /// <summary>Returns every entry of an act, including corrections.</summary>
    /// <returns>Empty when there is no such act.</returns>
    Task<IReadOnlyList<Exchange>> GetActEntriesAsync(Guid actId, CancellationToken cancellationToken);

    /// <summary>Returns every entry of these acts, including corrections.</summary>
    Task<IReadOnlyList<Exchange>> GetEntriesOfActsAsync(IReadOnlyCollection<Guid> actIds, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the acts that a person gave, newest first, without undone ones. The page starts after <paramref name="before"/>, or with the
    /// newest act when that is null.
    /// </summary>
    Task<IReadOnlyList<ActPosition>> LatestGivenAsync(Guid personId, ActPosition? before, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the acts that a person received, by name or in public as a member of a department, newest first, without undone ones.
    /// </summary>
    Task<IReadOnlyList<ActPosition>> LatestReceivedAsync(
        Guid personId,
        Guid? departmentId,
        ActPosition? before,
        int limit,
        CancellationToken cancellationToken);

    /// <summary>Returns who seconded an act, in the order in which they did.</summary>
    Task<IReadOnlyList<Seconding>> SecondingsAsync(Guid actId, CancellationToken cancellationToken);

    /// <summary>Returns the ids of the acts since a moment (UTC) that name a department, oldest first, without imported ones.</summary>
    Task<IReadOnlyList<Guid>> ActsForDepartmentAsync(Guid departmentId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Returns how many entries a person wrote since a moment (UTC), without corrections.</summary>
    Task<int> CountByAsync(Guid personId, DateTimeOffset since, CancellationToken cancellationToken);
}
