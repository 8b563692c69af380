using System.Collections.Concurrent;
using System.Collections.Frozen;
using RelateBot.Bot.Chat;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Slack;

/// <summary>Which accounts the people in an answer have, so that a command's own response can mention them. A known account is asked for once.</summary>
public sealed class SlackAccounts(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<(Guid Workspace, Guid Person), string> known = new();

    public async ValueTask<FrozenDictionary<Guid, string>> OfAsync(Workspace workspace, ChatMessage message, CancellationToken cancellationToken)
    {
        var people = message.Mentioned();
        var strangers = people.Where(person => !known.ContainsKey((workspace.Id, person))).ToList();
        if (strangers.Count > 0)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().Is(workspace.OrganisationId);
            foreach (var identity in await scope.ServiceProvider.GetRequiredService<IAccounts>().OfPeopleAsync(strangers, cancellationToken))
            {
                known[(identity.WorkspaceId, identity.PersonId)] = identity.ExternalId;
            }
        }

        return people.Where(person => known.ContainsKey((workspace.Id, person))).ToFrozenDictionary(person => person, person => known[(workspace.Id, person)]);
    }
}
