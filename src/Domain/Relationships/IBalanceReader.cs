using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;

namespace RelateBot.Domain.Relationships;

/// <summary>
/// What happened between two sides, in the current organisation. The cost follows the history of the pair, never that of the organisation.
/// </summary>
public interface IBalanceReader
{
    /// <summary>All that happened between two people, newest first.</summary>
    Task<IReadOnlyList<BalanceEntry>> GetHistoryWithPersonAsync(Guid personId, Guid otherId, CancellationToken cancellationToken);

    /// <summary>All that happened between a person and a department, counted by the departments of those days, newest first.</summary>
    Task<IReadOnlyList<BalanceEntry>> GetHistoryWithDepartmentAsync(Guid personId, Guid departmentId, CancellationToken cancellationToken);

    /// <summary>
    /// All that a person and anybody else did for each other since a moment, asks left out, newest first, with the departments of those
    /// days.
    /// </summary>
    Task<IReadOnlyList<BalanceEntry>> GetHistorySinceAsync(Guid personId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>These entries of the ledger.</summary>
    Task<IReadOnlyList<Exchange>> EntriesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// The oldest open public ask on one of these topics, by a person or, without one, by anybody who asked as a member of the department;
    /// never one of <paramref name="readerId"/>'s own.
    /// </summary>
    Task<Ask?> FindMatchingAskAsync(
        Guid readerId,
        Guid? personId,
        Guid? departmentId,
        IReadOnlyCollection<string> topics,
        CancellationToken cancellationToken);

    /// <summary>A department's balance with each other one in a period of the organisation's time zone.</summary>
    Task<IReadOnlyList<DepartmentBalance>> GetDepartmentBalancesAsync(Guid departmentId, Period period,
        CancellationToken cancellationToken);

    /// <summary>How many active people belong to each of these departments.</summary>
    Task<IReadOnlyDictionary<Guid, int>> GetDepartmentSizesAsync(
        IReadOnlyCollection<Guid> departmentIds,
        CancellationToken cancellationToken);
}
