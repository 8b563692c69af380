namespace RelateBot.Domain.People;

/// <summary>Which person or department stands behind a platform's account or group, and the other way round.</summary>
public interface IAccountStore
{
    /// <summary>
    /// Looks these accounts up together, so that asking for each of them afterwards is quick. Unknown ones are passed over.
    /// </summary>
    Task PreloadAsync(Workspace workspace, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken);

    /// <summary>
    /// Whose account it is. An account that was never seen is recorded at once, under <paramref name="name"/> or its id, to be completed
    /// later.
    /// </summary>
    Task<Person> GetOrAddPersonAsync(Workspace workspace, string externalId, string? name, CancellationToken cancellationToken);

    /// <summary>
    /// For which department a group stands. A group that was never seen becomes a department at once, to be completed later.
    /// </summary>
    Task<Department> GetOrAddDepartmentAsync(Workspace workspace, string externalId, string? name, CancellationToken cancellationToken);

    /// <summary>The accounts of these people, in every workspace of the organisation.</summary>
    Task<IReadOnlyList<Identity>> GetAccountsAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);

    /// <summary>
    /// One account each, by which these people are reached from a workspace: the one there if they have one, else another. Somebody without
    /// any is left out.
    /// </summary>
    Task<IReadOnlyList<Identity>> GetReachableAccountsAsync(
        Workspace workspace,
        IReadOnlyCollection<Guid> personIds,
        CancellationToken cancellationToken);

    /// <summary>
    /// The active accounts in a workspace of those who look after it: as the platform said last, or by one of these e-mail addresses.
    /// In no particular order, at most <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<Identity>> GetAdministratorAccountsAsync(
        Workspace workspace,
        IReadOnlyCollection<string> emails,
        int limit,
        CancellationToken cancellationToken);
}
