using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster.Sync;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Takes down what a platform tells about accounts, one or a page of them at a time. The caller commits.</summary>
public sealed class AccountProfileImporter(RelateDbContext context, TimeProvider clock)
{
    /// <summary>The accounts of a workspace that still wait for a profile, at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<Identity>> WithoutProfileAsync(Workspace workspace, int limit, CancellationToken cancellationToken) =>
        await context.Identities.AsNoTracking()
            .Where(identity => identity.NeedsProfile && identity.WorkspaceId == workspace.Id)
            .OrderBy(identity => identity.Id).Take(limit).ToListAsync(cancellationToken);

    /// <summary>
    /// Whoever is new becomes a person, unless they have left already; a verified e-mail that is somebody's already makes the account
    /// theirs.
    /// Taking the same profile twice changes nothing, taking an older one after a newer one neither.
    /// </summary>
    public async Task<DirectoryChanges> ImportAsync(
        Workspace workspace,
        IReadOnlyCollection<AccountProfile> profiles,
        CancellationToken cancellationToken)
    {
        var page = await ProfilePage.OpenAsync(context, workspace, profiles, clock, cancellationToken);
        var all = profiles.Aggregate(new DirectoryChanges(profiles.Count, 0, 0, 0), (changes, profile) => changes + page.Take(profile));
        foreach (var (hasty, known) in page.Merged)
        {
            await PersonMerger.MergeAsync(context, hasty, known, cancellationToken);
        }

        await LeaverAskScheduler.ScheduleAsync(context, page.Left, clock.GetUtcNow(), cancellationToken);
        return all;
    }

    /// <summary>The platform will never tell about this account.</summary>
    public async Task MarkUnavailableAsync(Workspace workspace, string externalId, CancellationToken cancellationToken)
    {
        if (await FindAsync(workspace, externalId, cancellationToken) is { } identity)
        {
            identity.NeedsProfile = false;
        }
    }

    /// <summary>What was read is not all: the account is looked at again soon.</summary>
    public async Task RequestRefreshAsync(Workspace workspace, string externalId, CancellationToken cancellationToken)
    {
        if (await FindAsync(workspace, externalId, cancellationToken) is { } identity)
        {
            identity.NeedsProfile = true;
        }
    }

    private async Task<Identity?> FindAsync(Workspace workspace, string externalId, CancellationToken cancellationToken) =>
        context.Identities.Local.FirstOrDefault(identity => identity.WorkspaceId == workspace.Id && identity.ExternalId == externalId)
        ?? await context.Identities.FirstOrDefaultAsync(
            identity => identity.WorkspaceId == workspace.Id && identity.ExternalId == externalId,
            cancellationToken);
}
