using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Dashboard;

namespace RelateBot.Bot.Dashboard;

/// <summary>Resolves a session to its person and their current permissions, at each request.</summary>
internal sealed class DashboardUserResolver(IPeopleDirectory directory, WorkspaceRegistry workspaces, DigestAccessResolver accessResolver)
{
    private static readonly DigestAccess Nothing = new(IsAdministrator: false, []);

    /// <summary>Returns the session's person, or null when they or their workspace no longer exist.</summary>
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

/// <summary>A session's person and what they may read now.</summary>
public sealed record DashboardUser(ChatContext Context, DigestAccess Access);
