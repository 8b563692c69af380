using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.People;

/// <summary>Reads people and departments from the database.</summary>
internal sealed class PeopleDirectory(RelateDbContext context) : IPeopleDirectory
{
    public async Task<IReadOnlyList<Person>> GetPeopleAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        // Most of them were just loaded as the sender or from a mention, so this rarely queries the database.
        var wanted = ids.ToHashSet();
        var known = context.People.Local.Where(person => wanted.Remove(person.Id)).ToList();
        return wanted.Count == 0
            ? known
            : [.. known, .. await context.People.Where(person => wanted.Contains(person.Id)).ToListAsync(cancellationToken)];
    }

    public async Task<IReadOnlyList<Department>> GetDepartmentsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        // A group mentioned for the first time is a department that isn't saved yet.
        var wanted = ids.ToHashSet();
        var known = context.Departments.Local.Where(department => wanted.Remove(department.Id)).ToList();
        return wanted.Count == 0
            ? known
            : [.. known, .. await context.Departments.Where(department => wanted.Contains(department.Id)).ToListAsync(cancellationToken)];
    }

    public async Task<ILookup<Guid, Person>> GetMembersAsync(IReadOnlyCollection<Guid> departmentIds, CancellationToken cancellationToken)
    {
        var belonging = await context.People
            .Where(person => person.IsActive && departmentIds.Contains(person.DepartmentId!.Value))
            .ToListAsync(cancellationToken);
        var inGroups = await (
            from mapped in context.DepartmentGroups
            join member in context.GroupMembers on mapped.Id equals member.GroupId
            join identity in context.Identities on new { mapped.WorkspaceId, member.ExternalId } equals new
            {
                identity.WorkspaceId,
                identity.ExternalId
            }
            join person in context.People on identity.PersonId equals person.Id
            where person.IsActive && departmentIds.Contains(mapped.DepartmentId)
            select new { mapped.DepartmentId, person }).ToListAsync(cancellationToken);
        return belonging.Select(person => (DepartmentId: person.DepartmentId!.Value, Person: person))
            .Concat(inGroups.Select(member => (member.DepartmentId, Person: member.person)))
            .Where(member => member.Person.CanReceive).Distinct()
            .OrderBy(member => member.Person.NameKey, StringComparer.Ordinal)
            .ToLookup(member => member.DepartmentId, member => member.Person);
    }

    public async Task<IReadOnlyList<Person>> FindPeopleByPrefixAsync(string key, int limit, CancellationToken cancellationToken) =>
        await context.People
            .Where(person =>
                person.IsActive
                    && person.Kind != PersonKind.Stranger
                    && (person.NameKey.StartsWith(key) || person.HandleKey!.StartsWith(key)))
            .OrderBy(person => person.NameKey).Take(limit).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Department>> FindDepartmentsByPrefixAsync(string key, int limit, CancellationToken cancellationToken) =>
        await context.Departments
            .Where(department => department.NameKey.StartsWith(key) || department.HandleKey.StartsWith(key))
            .OrderBy(department => department.NameKey).Take(limit).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Department>> AllDepartmentsAsync(CancellationToken cancellationToken) =>
        await context.Departments.OrderBy(department => department.NameKey).ToListAsync(cancellationToken);
}
