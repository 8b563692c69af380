using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>
/// Assigns people to departments as listed in a platform's directory. Departments that people corrected stay as they are. The caller
/// commits.
/// </summary>
public sealed class DepartmentAssignment(RelateDbContext context)
{
    /// <summary>Assigns departments by the groups that these accounts are in.</summary>
    public async Task ByGroupsAsync(
        Workspace workspace,
        IReadOnlyCollection<string> accounts,
        DepartmentSource.Groups groups,
        CancellationToken cancellationToken)
    {
        var memberships = await (
            from member in context.GroupMembers
            join mapped in context.DepartmentGroups on member.GroupId equals mapped.Id
            where mapped.WorkspaceId == workspace.Id && accounts.Contains(member.ExternalId)
            select new { Account = member.ExternalId, mapped.Handle, mapped.DepartmentId }).ToListAsync(cancellationToken);
        var chosen = memberships
            .Where(membership => groups.IsDepartment(membership.Handle))
            .GroupBy(membership => membership.Account, StringComparer.Ordinal)
            .ToDictionary(
            ofAccount => ofAccount.Key,
            ofAccount => ofAccount
                .OrderBy(membership => groups.RankOf(membership.Handle))
                .ThenBy(membership => membership.Handle, StringComparer.Ordinal)
                .First().DepartmentId,
            StringComparer.Ordinal);
        foreach (var (account, person) in await AccountOwners.OfAsync(context, workspace, accounts, cancellationToken))
        {
            Assign(person, chosen.TryGetValue(account, out var department) ? department : null);
        }
    }

    /// <summary>Sets the department, or none, of a colleague or guest, unless people corrected it.</summary>
    internal static void Assign(Person person, Guid? departmentId)
    {
        if (!person.SetByHand.HasFlag(PersonFields.Department) && person.Kind is (PersonKind.Colleague or PersonKind.Guest))
        {
            person.DepartmentId = departmentId;
        }
    }
}
