namespace RelateBot.Domain.People;

/// <summary>The people and departments of the current organisation.</summary>
public interface IPeopleDirectory
{
    /// <summary>Returns the people with these ids, in no particular order. Unknown ids are left out.</summary>
    Task<IReadOnlyList<Person>> GetPeopleAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Returns the departments with these ids, in no particular order. Unknown ids are left out.</summary>
    Task<IReadOnlyList<Department>> GetDepartmentsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Returns, by department, the people who belong to it or to one of its platform groups and can receive messages: active, no bots, no
    /// one from another organisation.
    /// </summary>
    Task<ILookup<Guid, Person>> GetMembersAsync(IReadOnlyCollection<Guid> departmentIds, CancellationToken cancellationToken);

    /// <summary>
    /// Returns active people with a name or handle that starts with the key (see <see cref="SearchKey"/>), by name, at most
    /// <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<Person>> FindPeopleByPrefixAsync(string key, int limit, CancellationToken cancellationToken);

    /// <summary>Returns departments with a name or handle that starts with the key, by name, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Department>> FindDepartmentsByPrefixAsync(string key, int limit, CancellationToken cancellationToken);

    /// <summary>Returns every department, by name.</summary>
    Task<IReadOnlyList<Department>> AllDepartmentsAsync(CancellationToken cancellationToken);
}
