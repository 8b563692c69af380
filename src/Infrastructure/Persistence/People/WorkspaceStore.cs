using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.People;

/// <summary>Workspaces and their organisations. Before a workspace is known there is no organisation to filter to.</summary>
public sealed class WorkspaceStore(RelateDbContext context)
{
    /// <summary>The workspace of a platform's place, to be looked at; null when it was never connected.</summary>
    public Task<Workspace?> FindAsync(string platform, string externalId, CancellationToken cancellationToken) =>
        context.Workspaces.IgnoreQueryFilters().AsNoTracking()
            .FirstOrDefaultAsync(stored => stored.Platform == platform && stored.ExternalId == externalId, cancellationToken);

    /// <summary>The workspace with this id, to be looked at; null when there is none.</summary>
    public Task<Workspace?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.Workspaces.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(stored => stored.Id == id, cancellationToken);

    /// <summary>All workspaces of a platform, oldest first, to be looked at.</summary>
    public async Task<IReadOnlyList<Workspace>> OfPlatformAsync(string platform, CancellationToken cancellationToken) =>
        await context.Workspaces.IgnoreQueryFilters().AsNoTracking().Where(stored => stored.Platform == platform)
            .OrderBy(stored => stored.Id).ToListAsync(cancellationToken);

    /// <summary>The organisation that was here first; null when there is none yet.</summary>
    public Task<Organisation?> OldestOrganisationAsync(CancellationToken cancellationToken) =>
        context.Organisations.OrderBy(stored => stored.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Adds a workspace to what will be committed.</summary>
    public void Add(Workspace workspace) => context.Workspaces.Add(workspace);

    /// <summary>Adds an organisation to what will be committed.</summary>
    public void Add(Organisation organisation) => context.Organisations.Add(organisation);
}
