using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>Loads departments' pages and changes who may edit them.</summary>
public sealed class DepartmentPages(IPeopleDirectory directory, IDepartmentDelegateStore delegates, IOfferStore offers)
{
    /// <summary>The most delegates of one department.</summary>
    public const int MostDelegates = 5;

    /// <summary>Finds the page of the department with this id.</summary>
    /// <returns>Null when the current organisation has none.</returns>
    public async Task<DepartmentPage?> FindAsync(Guid departmentId, CancellationToken cancellationToken)
    {
        if (await directory.GetDepartmentsAsync([departmentId], cancellationToken) is not [var department])
        {
            return null;
        }

        var delegated = (await delegates.GetForDepartmentAsync(departmentId, cancellationToken)).Select(row => row.PersonId).ToHashSet();
        var people = await directory.GetPeopleAsync(
            [.. delegated, .. department.HeadId is { } head ? [head] : Array.Empty<Guid>()],
            cancellationToken);
        return new DepartmentPage
        {
            Department = department,
            Head = people.FirstOrDefault(person => person.Id == department.HeadId && person.IsActive),
            Delegates = [.. people
                .Where(person => delegated.Contains(person.Id) && person.IsActive)
                .OrderBy(person => person.NameKey, StringComparer.Ordinal)],
            Topics = [.. (await offers.GetByOwnerAsync(departmentId, cancellationToken)).Select(offer => offer.Topic)],
        };
    }

    /// <summary>Replaces the department's delegates. Apart from the head, only these people can edit the page.</summary>
    public async Task DelegateAsync(Department department, IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        var rows = await delegates.GetForDepartmentAsync(department.Id, cancellationToken);
        foreach (var dropped in rows.Where(row => !personIds.Contains(row.PersonId)))
        {
            delegates.Remove(dropped);
        }

        foreach (var added in personIds.Except(rows.Select(row => row.PersonId)))
        {
            delegates.Add(new DepartmentDelegate
            {
                OrganisationId = department.OrganisationId,
                DepartmentId = department.Id,
                PersonId = added
            });
        }
    }
}
