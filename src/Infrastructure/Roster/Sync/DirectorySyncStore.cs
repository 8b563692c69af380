using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster.Sync;

/// <summary>The readings of directories, one a workspace. The caller commits.</summary>
public sealed class DirectorySyncStore(RelateDbContext context)
{
    /// <summary>The reading of a workspace; null when its directory was never read.</summary>
    public Task<DirectorySync?> FindAsync(Workspace workspace, CancellationToken cancellationToken) =>
        context.DirectorySyncs.FirstOrDefaultAsync(sync => sync.WorkspaceId == workspace.Id, cancellationToken);

    /// <summary>The same, made when there is none.</summary>
    public async Task<DirectorySync> GetAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        if (await FindAsync(workspace, cancellationToken) is { } sync)
        {
            return sync;
        }

        sync = new DirectorySync { WorkspaceId = workspace.Id, OrganisationId = workspace.OrganisationId };
        context.DirectorySyncs.Add(sync);
        return sync;
    }

    /// <summary>The next accounts of a workspace that are somebody's and still there, by id, after <paramref name="cursor"/>.</summary>
    public async Task<IReadOnlyList<string>> AccountsAfterAsync(
        Workspace workspace,
        string? cursor,
        int limit,
        CancellationToken cancellationToken)
    {
        var after = cursor ?? "";

        // In the database, where text is compared as it stands; the overloads with a comparison are not translated.
#pragma warning disable CA1309, CA1310
        return await (
            from identity in context.Identities
            join person in context.People on identity.PersonId equals person.Id
            where identity.WorkspaceId == workspace.Id && identity.IsActive && string.Compare(identity.ExternalId, after) > 0
                && (person.Kind == PersonKind.Colleague || person.Kind == PersonKind.Guest)
            orderby identity.ExternalId
            select identity.ExternalId).Take(limit).ToListAsync(cancellationToken);
#pragma warning restore CA1309, CA1310
    }
}
