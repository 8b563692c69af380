namespace RelateBot.Domain.People;

/// <summary>Finds or adds the person or department behind a platform account or group, and finds people's accounts.</summary>
public interface IAccountStore
{
    /// <summary>Loads these accounts in one query, so later lookups don't query again. Unknown ids are ignored.</summary>
    Task PreloadAsync(Workspace workspace, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken);

    /// <summary>
    /// Finds the owner of an account. A new account is saved immediately, named <paramref name="name"/> or its id, and completed later.
    /// </summary>
    Task<Person> GetOrAddPersonAsync(Workspace workspace, string externalId, string? name, CancellationToken cancellationToken);

    /// <summary>Finds the department of a group. A new group is saved as a department immediately and completed later.</summary>
    Task<Department> GetOrAddDepartmentAsync(Workspace workspace, string externalId, string? name, CancellationToken cancellationToken);

    /// <summary>Returns the accounts of these people in every workspace of the organisation.</summary>
    Task<IReadOnlyList<Identity>> GetAccountsAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);

    /// <summary>
    /// Returns one account for each person, to reach them from a workspace: the one there if they have one, otherwise another. People
    /// without an account are left out.
    /// </summary>
    Task<IReadOnlyList<Identity>> GetReachableAccountsAsync(
        Workspace workspace,
        IReadOnlyCollection<Guid> personIds,
        CancellationToken cancellationToken);
}
