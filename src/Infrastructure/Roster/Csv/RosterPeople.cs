using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>Who is stored that some rows may mean: by chat account, which outranks all, and by today's or an earlier address.</summary>
internal sealed class RosterPeople
{
    private readonly RosterContent content;
    private readonly RosterAccountIndex accounts;
    private readonly Dictionary<string, Person> byEmail;
    private readonly ILookup<Guid, Guid> workspaces;

    private RosterPeople(RosterContent content, RosterAccountIndex accounts, Dictionary<string, Person> byEmail, List<Identity> identities)
    {
        this.content = content;
        this.accounts = accounts;
        this.byEmail = byEmail;
        workspaces = identities.ToLookup(identity => identity.PersonId, identity => identity.WorkspaceId);
    }

    public static async Task<RosterPeople> LoadAsync(
        RelateDbContext context,
        RosterContent content,
        IReadOnlyList<RosterRow> rows,
        RosterAccountIndex accounts,
        CancellationToken cancellationToken)
    {
        var emails = rows.SelectMany(row => content.Options.Stored(row.Email)).ToHashSet(StringComparer.Ordinal);
        var people = await context.People.Where(person => emails.Contains(person.Email!)).ToListAsync(cancellationToken);
        var ids = people.Select(person => person.Id).Concat(accounts.Owners.Select(owner => owner.Id)).ToHashSet();
        return new RosterPeople(
            content,
            accounts,
            people.ToDictionary(person => person.Email!, StringComparer.Ordinal),
            await context.Identities.Where(identity => ids.Contains(identity.PersonId)).ToListAsync(cancellationToken));
    }

    /// <summary>
    /// Everybody whom the row means: the first is who is kept, the others are the same person stored again. Empty for somebody new.
    /// </summary>
    public IReadOnlyList<Person> Find(RosterRow row)
    {
        var found = new List<Person>();
        if (OwnerOf(row) is { } owner)
        {
            found.Add(owner);
        }

        var known = content.Options.Stored(row.Email)
            .Select(byEmail.GetValueOrDefault)
            .OfType<Person>()
            .OrderByDescending(person => workspaces.Contains(person.Id))
            .ThenBy(person => person.Id);
        foreach (var person in known)
        {
            // Two accounts in one workspace are two people, whatever their addresses look like.
            if (!found.Contains(person) && !found.Exists(other => workspaces[other.Id].Intersect(workspaces[person.Id]).Any()))
            {
                found.Add(person);
            }
        }

        return found;
    }

    /// <summary>
    /// Whose account the row names. Not, if another row has the owner's address, nor if this row's address is somebody's who has an
    /// account in the same workspace: then the row names a wrong account. Somebody met in chat has no address; they become the row's person.
    /// </summary>
    private Person? OwnerOf(RosterRow row)
    {
        var known = byEmail.GetValueOrDefault(row.Email);
        return row.Accounts.Select(accounts.OwnerOf).FirstOrDefault(owner => owner is { Kind: not PersonKind.Bot }
            && (owner == known
                || (owner.Email is null
                    ? known is null
                    : !content.Has(owner.Email)
                        && (known is null || !workspaces[owner.Id].Intersect(workspaces[known.Id]).Any()))));
    }
}
