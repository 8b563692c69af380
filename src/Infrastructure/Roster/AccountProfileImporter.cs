using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster.Sync;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Saves the profiles of accounts, one or a page at a time. The caller commits.</summary>
public sealed class AccountProfileImporter(RelateDbContext context, TimeProvider clock)
{
    /// <summary>Returns the accounts of a workspace without a profile, at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<Identity>> WithoutProfileAsync(Workspace workspace, int limit, CancellationToken cancellationToken) =>
        await context.Identities.AsNoTracking()
            .Where(identity => identity.NeedsProfile && identity.WorkspaceId == workspace.Id)
            .OrderBy(identity => identity.Id).Take(limit).ToListAsync(cancellationToken);

    /// <summary>
    /// Imports profiles. A new account becomes a person, unless it is already deactivated. If its verified e-mail belongs to a known
    /// person, the account becomes theirs. Repeated and outdated profiles change nothing.
    /// </summary>
    /// <returns>How many people were added, changed or left.</returns>
    public Task<DirectoryChanges> ImportAsync(
        Workspace workspace,
        IReadOnlyCollection<AccountProfile> profiles,
        CancellationToken cancellationToken) =>
        ImportAsync(workspace, profiles, areMentioned: false, cancellationToken);

    /// <summary>Imports profiles of accounts that someone named. Deactivated ones are added too, so that the bot can say so.</summary>
    public Task<DirectoryChanges> ImportMentionedAsync(
        Workspace workspace,
        IReadOnlyCollection<AccountProfile> profiles,
        CancellationToken cancellationToken) =>
        ImportAsync(workspace, profiles, areMentioned: true, cancellationToken);

    /// <summary>Returns the accounts for which the context has loaded no profile.</summary>
    public IReadOnlyList<string> GetUnknown(Workspace workspace, IEnumerable<string> externalIds)
    {
        var known = context.Identities.Local
            .Where(identity => identity.WorkspaceId == workspace.Id && !identity.NeedsProfile)
            .Select(identity => identity.ExternalId)
            .ToHashSet(StringComparer.Ordinal);
        return [.. externalIds.Distinct(StringComparer.Ordinal).Where(externalId => !known.Contains(externalId))];
    }

    private async Task<DirectoryChanges> ImportAsync(
        Workspace workspace,
        IReadOnlyCollection<AccountProfile> profiles,
        bool areMentioned,
        CancellationToken cancellationToken)
    {
        var page = await ProfilePage.OpenAsync(context, workspace, profiles, clock, cancellationToken);
        var all = profiles.Aggregate(
            new DirectoryChanges(profiles.Count, 0, 0, 0),
            (changes, profile) => changes + page.Take(profile, areMentioned));
        foreach (var (duplicate, known) in page.Merged)
        {
            await PersonMerger.MergeAsync(context, duplicate, known, cancellationToken);
        }

        await LeaverAskScheduler.ScheduleAsync(context, page.Left, clock.GetUtcNow(), cancellationToken);
        return all;
    }

    /// <summary>Marks an account that the platform won't provide a profile for.</summary>
    public async Task MarkUnavailableAsync(Workspace workspace, string externalId, CancellationToken cancellationToken)
    {
        if (await FindAsync(workspace, externalId, cancellationToken) is { } identity)
        {
            identity.NeedsProfile = false;
        }
    }

    /// <summary>Requests that an account is read again soon, because its profile was incomplete.</summary>
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
