using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Dashboard;

namespace RelateBot.Bot.Dashboard;

/// <summary>Finds out, with every request, whose session it is and what they may read now.</summary>
internal sealed class DashboardUserResolver(IPeopleDirectory directory, WorkspaceRegistry workspaces, DigestAccessResolver accessResolver)
{
    private static readonly DigestAccess Nothing = new(IsAdministrator: false, []);

    /// <summary>Whoever a session belongs to; null when they or their workspace are gone.</summary>
    public async Task<DashboardUser?> FindAsync(DashboardVisit visit, CancellationToken cancellationToken)
    {
        if (await directory.GetPeopleAsync([visit.PersonId], cancellationToken) is not [var person]
            || await workspaces.FindAsync(visit.WorkspaceId, cancellationToken) is not { } workspace)
        {
            return null;
        }

        var context = new ChatContext(workspace, person);
        return new DashboardUser(context, person.IsActive ? await accessResolver.GetAccessAsync(context, cancellationToken) : Nothing);
    }
}

/// <summary>Whoever a session belongs to, and what they may read at this moment.</summary>
public sealed record DashboardUser(ChatContext Context, DigestAccess Access);
