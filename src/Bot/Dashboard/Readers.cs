using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Dashboard;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Dashboard;

/// <summary>Finds out, with every request, whose session it is and what they may read now. From then on the scope is their organisation's.</summary>
internal sealed class Readers(DashboardVisits visits, Tenant tenant, IDirectory directory, Workspaces workspaces, DigestRights rights)
{
    private static readonly DigestAccess Nothing = new(IsAdministrator: false, []);

    /// <summary>Null without a session that is still good.</summary>
    public async Task<Reader?> FindAsync(string? session, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(session) || await visits.FindAsync(session, cancellationToken) is not { } visit)
        {
            return null;
        }

        tenant.Is(visit.OrganisationId);
        if (await directory.PeopleAsync([visit.PersonId], cancellationToken) is not [var person] || await workspaces.FindAsync(visit.WorkspaceId, cancellationToken) is not { } workspace)
        {
            return null;
        }

        var context = new ChatContext(workspace, person);
        return new Reader(context, person.IsActive ? await rights.OfAsync(context, cancellationToken) : Nothing);
    }
}
