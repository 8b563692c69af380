namespace RelateBot.Domain.People;

/// <summary>Who is who in the current organisation.</summary>
public interface IPeopleDirectory
{
    /// <summary>The people with these ids, in no particular order; unknown ids are left out.</summary>
    Task<IReadOnlyList<Person>> GetPeopleAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>The departments with these ids, in no particular order; unknown ids are left out.</summary>
    Task<IReadOnlyList<Department>> GetDepartmentsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// By department, those who belong to it or to a group that stands for it and whom a message reaches: active, no programs, no
    /// strangers.
    /// </summary>
    Task<ILookup<Guid, Person>> GetMembersAsync(IReadOnlyCollection<Guid> departmentIds, CancellationToken cancellationToken);

    /// <summary>
    /// Active people of whom a name or handle starts with the key (see <see cref="SearchKey"/>), by name, at most <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<Person>> FindPeopleByPrefixAsync(string key, int limit, CancellationToken cancellationToken);

    /// <summary>Departments of which the name or handle starts with the key, by name, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Department>> FindDepartmentsByPrefixAsync(string key, int limit, CancellationToken cancellationToken);

    /// <summary>Every department, by name.</summary>
    Task<IReadOnlyList<Department>> AllDepartmentsAsync(CancellationToken cancellationToken);
}
