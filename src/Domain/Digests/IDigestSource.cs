using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>
/// The data of digests in the current organisation. Flows come from projections and asks from an index by time, so the cost depends on the
/// number of departments and asks, not exchanges.
/// </summary>
public interface IDigestSource
{
    /// <summary>The current organisation.</summary>
    Task<People.Organisation> OrganisationAsync(CancellationToken cancellationToken);

    /// <summary>True while exchanges from before a moment (UTC) are not fully counted, for example after an import or a rebuild.</summary>
    Task<bool> IsCountingAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>The number of active people in each department, including departments without any.</summary>
    Task<IReadOnlyDictionary<Guid, int>> SizesAsync(CancellationToken cancellationToken);

    /// <summary>The number of active people who report directly to a manager.</summary>
    Task<int> ReportsAsync(Guid managerId, CancellationToken cancellationToken);

    /// <summary>Helps, thanks and kudos between different departments; with a department, only those from or to it.</summary>
    Task<IReadOnlyList<FlowSum>> FlowsAsync(Period period, Guid? departmentId, CancellationToken cancellationToken);

    /// <summary>
    /// The asks between different departments that were made in a time range; with a department, only those by it or to it.
    /// </summary>
    Task<IReadOnlyList<DigestAsk>> AsksAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        CancellationToken cancellationToken);

    /// <summary>The number of asks in a time range, by department, as flows that only count asks.</summary>
    Task<IReadOnlyList<FlowSum>> AskCountsAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        CancellationToken cancellationToken);

    /// <summary>
    /// The public asks of a time range that no one took, oldest first. Asks within a department are left out. With a department, only asks
    /// to it.
    /// </summary>
    Task<IReadOnlyList<Help.Ask>> UnansweredAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        CancellationToken cancellationToken);

    /// <summary>The latest public thanks of a time range, without undone ones; with a department, only those it received.</summary>
    Task<IReadOnlyList<ThankYouRow>> ThankYousAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        int limit,
        CancellationToken cancellationToken);

    /// <summary>
    /// The active people who agreed to be named and are rarely thanked over these whole months, those with the most helps first; with a
    /// department, only its people.
    /// </summary>
    Task<IReadOnlyList<People.Person>> UnsungAsync(Period months, Guid? departmentId, int limit, CancellationToken cancellationToken);
}
