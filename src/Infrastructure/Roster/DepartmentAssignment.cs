using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Gives people the department that a platform's directory says. Where people said otherwise, they are right. The caller commits.</summary>
public sealed class DepartmentAssignment(RelateDbContext context, TimeProvider clock)
{
    /// <summary>By the groups that these accounts are in.</summary>
    public async Task ByGroupsAsync(Workspace workspace, IReadOnlyCollection<string> accounts, DepartmentSource.Groups groups, CancellationToken cancellationToken)
    {
        var memberships = await (
            from member in context.GroupMembers
            join mapped in context.DepartmentGroups on member.GroupId equals mapped.Id
            where mapped.WorkspaceId == workspace.Id && accounts.Contains(member.ExternalId)
            select new { Account = member.ExternalId, mapped.Handle, mapped.DepartmentId }).ToListAsync(cancellationToken);
        var chosen = memberships.Where(membership => groups.Counts(membership.Handle)).GroupBy(membership => membership.Account, StringComparer.Ordinal).ToDictionary(
            ofAccount => ofAccount.Key,
            ofAccount => ofAccount.OrderBy(membership => groups.RankOf(membership.Handle)).ThenBy(membership => membership.Handle, StringComparer.Ordinal).First().DepartmentId,
            StringComparer.Ordinal);
        foreach (var (account, person) in await OwnersAsync(workspace, accounts, cancellationToken))
        {
            Assign(person, chosen.TryGetValue(account, out var department) ? department : null);
        }
    }

    /// <summary>By a field of each account's profile; null or blank where it is empty.</summary>
    public async Task ByNameAsync(Workspace workspace, IReadOnlyDictionary<string, string?> names, CancellationToken cancellationToken)
    {
        var departments = await DepartmentBook.OpenAsync(context, workspace.OrganisationId, clock, cancellationToken);
        foreach (var (account, person) in await OwnersAsync(workspace, [.. names.Keys], cancellationToken))
        {
            Assign(person, SearchKey.Of(names[account] ?? "").Length == 0 ? null : departments.Named(names[account]!).Id);
        }
    }

    private static void Assign(Person person, Guid? departmentId)
    {
        if (!person.SetByHand.HasFlag(PersonFacts.Department) && person.Kind is (PersonKind.Colleague or PersonKind.Guest))
        {
            person.DepartmentId = departmentId;
        }
    }

    private async Task<IEnumerable<(string Account, Person Person)>> OwnersAsync(Workspace workspace, IReadOnlyCollection<string> accounts, CancellationToken cancellationToken)
    {
        var owners = await (
            from identity in context.Identities
            join person in context.People on identity.PersonId equals person.Id
            where identity.WorkspaceId == workspace.Id && accounts.Contains(identity.ExternalId)
            select new { identity.ExternalId, person }).ToListAsync(cancellationToken);
        return owners.Select(owner => (owner.ExternalId, owner.person));
    }
}
