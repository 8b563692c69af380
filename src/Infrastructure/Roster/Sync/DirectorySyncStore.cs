using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster.Sync;

/// <summary>Stores the progress of directory reads, one for each workspace. The caller commits.</summary>
public sealed class DirectorySyncStore(RelateDbContext context)
{
    /// <summary>Finds a workspace's progress.</summary>
    /// <returns>Null when its directory was never read.</returns>
    public Task<DirectorySync?> FindAsync(Workspace workspace, CancellationToken cancellationToken) =>
        context.DirectorySyncs.FirstOrDefaultAsync(sync => sync.WorkspaceId == workspace.Id, cancellationToken);

    /// <summary>Finds a workspace's progress, or adds it.</summary>
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

    /// <summary>Returns the next active accounts of a workspace that have an owner, by id, after <paramref name="cursor"/>.</summary>
    public async Task<IReadOnlyList<string>> AccountsAfterAsync(
        Workspace workspace,
        string? cursor,
        int limit,
        CancellationToken cancellationToken)
    {
        var after = cursor ?? "";

        // Runs in the database, which compares text exactly. Overloads with a comparison can't be translated.
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
