using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>Finds the stored people that rows are about: first by chat account, then by current or earlier address.</summary>
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
    /// Finds the records of the row's person. The first is kept, and the others are duplicates. Empty for a new person.
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
            // Two accounts in one workspace are two people, even if their addresses look alike.
            if (!found.Contains(person) && !found.Exists(other => workspaces[other.Id].Intersect(workspaces[person.Id]).Any()))
            {
                found.Add(person);
            }
        }

        return found;
    }

    /// <summary>
    /// Finds the owner of the row's account. The account is wrong when another row has the owner's address, or when the person with this
    /// row's address has an account in the same workspace. People first seen in chat have no address; they become the row's person.
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
