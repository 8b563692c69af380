using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;

namespace RelateBot.Domain.Relationships;

/// <summary>
/// Reads what happened between two sides, in the current organisation. The cost depends on the history of the pair, not of the
/// organisation.
/// </summary>
public interface IBalanceReader
{
    /// <summary>Returns everything that happened between two people, newest first.</summary>
    Task<IReadOnlyList<BalanceEntry>> GetHistoryWithPersonAsync(Guid personId, Guid otherId, CancellationToken cancellationToken);

    /// <summary>
    /// Returns everything that happened between a person and a department, newest first, based on the departments of that day.
    /// </summary>
    Task<IReadOnlyList<BalanceEntry>> GetHistoryWithDepartmentAsync(Guid personId, Guid departmentId, CancellationToken cancellationToken);

    /// <summary>
    /// Returns what a person and anyone else did for each other since a moment (UTC), without asks, newest first, with the departments of
    /// that day.
    /// </summary>
    Task<IReadOnlyList<BalanceEntry>> GetHistorySinceAsync(Guid personId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Returns these entries of the ledger.</summary>
    Task<IReadOnlyList<Exchange>> EntriesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Finds the oldest open public ask on one of these topics, by a person or by any member of the department, but not by
    /// <paramref name="readerId"/>.
    /// </summary>
    /// <returns>Null when there is none.</returns>
    Task<Ask?> FindMatchingAskAsync(
        Guid readerId,
        Guid? personId,
        Guid? departmentId,
        IReadOnlyCollection<string> topics,
        CancellationToken cancellationToken);

    /// <summary>Returns a department's balance with each other department in a period of the organisation's time zone.</summary>
    Task<IReadOnlyList<DepartmentBalance>> GetDepartmentBalancesAsync(Guid departmentId, Period period,
        CancellationToken cancellationToken);

    /// <summary>The number of active people in each of these departments.</summary>
    Task<IReadOnlyDictionary<Guid, int>> GetDepartmentSizesAsync(
        IReadOnlyCollection<Guid> departmentIds,
        CancellationToken cancellationToken);
}
