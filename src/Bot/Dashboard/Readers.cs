using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Dashboard;

namespace RelateBot.Bot.Dashboard;

/// <summary>Finds out, with every request, whose session it is and what they may read now.</summary>
internal sealed class Readers(IDirectory directory, Workspaces workspaces, DigestRights rights)
{
    private static readonly DigestAccess Nothing = new(IsAdministrator: false, []);

    /// <summary>Whoever a session belongs to; null when they or their workspace are gone.</summary>
    public async Task<Reader?> FindAsync(DashboardVisit visit, CancellationToken cancellationToken)
    {
        if (await directory.PeopleAsync([visit.PersonId], cancellationToken) is not [var person] || await workspaces.FindAsync(visit.WorkspaceId, cancellationToken) is not { } workspace)
        {
            return null;
        }

        var context = new ChatContext(workspace, person);
        return new Reader(context, person.IsActive ? await rights.OfAsync(context, cancellationToken) : Nothing);
    }
}
