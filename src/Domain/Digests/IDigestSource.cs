using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>
/// What digests are made of, in the current organisation. Flows come from the projections and asks from an index by time, so the cost
/// follows departments and asks, never the number of exchanges.
/// </summary>
public interface IDigestSource
{
    /// <summary>Whose digests these are.</summary>
    Task<People.Organisation> OrganisationAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Whether flows still lack something that happened before then, as they do for a while after an import or a rebuild.
    /// </summary>
    Task<bool> IsCountingAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>How many active people belong to each department, those without any included.</summary>
    Task<IReadOnlyDictionary<Guid, int>> SizesAsync(CancellationToken cancellationToken);

    /// <summary>How many active people report to somebody directly.</summary>
    Task<int> ReportsAsync(Guid managerId, CancellationToken cancellationToken);

    /// <summary>Helps, thanks and kudos between different departments; with a department, those from it and to it.</summary>
    Task<IReadOnlyList<FlowSum>> FlowsAsync(Period period, Guid? departmentId, CancellationToken cancellationToken);

    /// <summary>The asks between different departments that were made in that time; with a department, those by it and of it.</summary>
    Task<IReadOnlyList<DigestAsk>> AsksAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        CancellationToken cancellationToken);

    /// <summary>How many of these there were, by department: flows of asks alone.</summary>
    Task<IReadOnlyList<FlowSum>> AskCountsAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        CancellationToken cancellationToken);

    /// <summary>
    /// The public asks made in that time that nobody took, those within a department left out, oldest first; with a department, those of
    /// it.
    /// </summary>
    Task<IReadOnlyList<Help.Ask>> UnansweredAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        CancellationToken cancellationToken);

    /// <summary>The latest public thanks in that time, those taken back left out; with a department, those it received.</summary>
    Task<IReadOnlyList<ThankYouRow>> ThankYousAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        int limit,
        CancellationToken cancellationToken);

    /// <summary>
    /// The active people who agreed to be named and are unsung over these whole months, with the most helps first; with a department, its
    /// people.
    /// </summary>
    Task<IReadOnlyList<People.Person>> UnsungAsync(Period months, Guid? departmentId, int limit, CancellationToken cancellationToken);
}
