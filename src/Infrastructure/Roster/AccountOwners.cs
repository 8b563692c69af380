using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Finds the owners of accounts.</summary>
internal static class AccountOwners
{
    /// <summary>
    /// Returns these accounts of a workspace with their owners. Changes to them are saved on commit. Accounts without an owner are left
    /// out.
    /// </summary>
    public static async Task<IEnumerable<(string Account, Person Person)>> OfAsync(
        RelateDbContext context, Workspace workspace, IReadOnlyCollection<string> accounts, CancellationToken cancellationToken)
    {
        var owners = await (
            from identity in context.Identities
            join person in context.People on identity.PersonId equals person.Id
            where identity.WorkspaceId == workspace.Id && accounts.Contains(identity.ExternalId)
            select new { identity.ExternalId, person }).ToListAsync(cancellationToken);
        return owners.Select(owner => (owner.ExternalId, owner.person));
    }
}
