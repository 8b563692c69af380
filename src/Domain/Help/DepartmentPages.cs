using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>Puts departments' pages together, and changes who may edit them.</summary>
public sealed class DepartmentPages(IPeopleDirectory directory, IDepartmentDelegateStore delegates, IOfferStore offers)
{
    /// <summary>Most delegates of one department.</summary>
    public const int MostDelegates = 5;

    /// <summary>The page of the department with this id, or null when this organisation has none.</summary>
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

    /// <summary>From now on these people may edit the page, and nobody else besides the head.</summary>
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
