using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.People;

/// <summary>Stores workspaces and organisations. Lookups cross organisations, because a workspace identifies its organisation.</summary>
public sealed class WorkspaceStore(RelateDbContext context)
{
    /// <summary>Finds a workspace by its platform and id, without tracking changes.</summary>
    /// <returns>Null when it was never connected.</returns>
    public Task<Workspace?> FindAsync(string platform, string externalId, CancellationToken cancellationToken) =>
        context.Workspaces.IgnoreQueryFilters().AsNoTracking()
            .FirstOrDefaultAsync(stored => stored.Platform == platform && stored.ExternalId == externalId, cancellationToken);

    /// <summary>Finds the workspace with this id, without tracking changes.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<Workspace?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.Workspaces.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(stored => stored.Id == id, cancellationToken);

    /// <summary>Returns all workspaces of a platform, oldest first, without tracking changes.</summary>
    public async Task<IReadOnlyList<Workspace>> OfPlatformAsync(string platform, CancellationToken cancellationToken) =>
        await context.Workspaces.IgnoreQueryFilters().AsNoTracking().Where(stored => stored.Platform == platform)
            .OrderBy(stored => stored.Id).ToListAsync(cancellationToken);

    /// <summary>Finds the oldest organisation.</summary>
    /// <returns>Null when there is none yet.</returns>
    public Task<Organisation?> OldestOrganisationAsync(CancellationToken cancellationToken) =>
        context.Organisations.OrderBy(stored => stored.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Adds a workspace, which is saved on commit.</summary>
    public void Add(Workspace workspace) => context.Workspaces.Add(workspace);

    /// <summary>Adds an organisation, which is saved on commit.</summary>
    public void Add(Organisation organisation) => context.Organisations.Add(organisation);
}
