using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground;

/// <summary>Gives everyone an account in the playground, so that an imported roster can be tried out.</summary>
internal sealed class PlaygroundAccounts(RelateDbContext context, TimeProvider clock)
{
    /// <summary>Adds the missing accounts without committing them.</summary>
    public async Task AddMissingAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var without = await context.People
            .Where(person =>
                person.IsActive
                    && !context.Identities.Any(identity => identity.WorkspaceId == workspace.Id && identity.PersonId == person.Id))
            .OrderBy(person => person.Id).ToListAsync(cancellationToken);
        if (without.Count == 0)
        {
            return;
        }

        var taken = await context.Identities
            .Where(identity => identity.WorkspaceId == workspace.Id)
            .Select(identity => identity.ExternalId)
            .ToListAsync(cancellationToken);
        var accounts = taken.ToHashSet(StringComparer.Ordinal);
        foreach (var person in without)
        {
            context.Identities.Add(new Identity
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                OrganisationId = workspace.OrganisationId,
                WorkspaceId = workspace.Id,
                PersonId = person.Id,
                ExternalId = Free(person, accounts),
            });
        }
    }

    private static string Free(Person person, HashSet<string> accounts)
    {
        var wanted = SearchKey.Of(person.Handle ?? person.Email?.Split('@')[0] ?? person.Name).Replace(' ', '.');
        wanted = wanted.Length is > 0 and <= 80 ? wanted : $"{person.Id:N}";
        var account = wanted;
        for (var number = 2; !accounts.Add(account); number++)
        {
            account = $"{wanted}.{number}";
        }

        return account;
    }
}
