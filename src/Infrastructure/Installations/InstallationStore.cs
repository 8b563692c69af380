using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Installations;

/// <summary>
/// Installations and the workspaces that they open. Looking for one crosses organisations: whose a request is, is what is being found out.
/// </summary>
public sealed class InstallationStore(RelateDbContext context)
{
    public void Add(Installation installation) => context.Installations.Add(installation);

    public void Add(Organisation organisation) => context.Organisations.Add(organisation);

    public void Add(Workspace workspace) => context.Workspaces.Add(workspace);

    /// <summary>Of this place or enterprise, ended or not, to be changed.</summary>
    public Task<Installation?> FindAsync(string platform, string externalId, CancellationToken cancellationToken) =>
        context.Installations
            .IgnoreQueryFilters()
            .FirstOrDefaultAsync(stored => stored.Platform == platform && stored.ExternalId == externalId, cancellationToken);

    /// <summary>To be changed.</summary>
    public Task<Installation?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.Installations.IgnoreQueryFilters().FirstOrDefaultAsync(stored => stored.Id == id, cancellationToken);

    /// <summary>All of a platform, ended ones too, to be looked at.</summary>
    public async Task<IReadOnlyList<Installation>> AllAsync(string platform, CancellationToken cancellationToken) =>
        await context.Installations
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(stored => stored.Platform == platform)
            .OrderBy(stored => stored.Id)
            .ToListAsync(cancellationToken);

    /// <summary>Those that have a token, on any platform, to be looked at.</summary>
    public async Task<IReadOnlyList<Installation>> WithTokenAsync(CancellationToken cancellationToken) =>
        await context.Installations
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(stored => stored.Token != null)
            .OrderBy(stored => stored.Id)
            .ToListAsync(cancellationToken);

    /// <summary>What opens a workspace now; null when nothing does.</summary>
    public Task<Installation?> OfWorkspaceAsync(Guid workspaceId, CancellationToken cancellationToken) => (
        from workspace in context.Workspaces.IgnoreQueryFilters().AsNoTracking()
        join installation in context.Installations.IgnoreQueryFilters().AsNoTracking() on workspace.InstallationId equals installation.Id
        where workspace.Id == workspaceId && installation.EndedAt == null
        select installation).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The workspace of a place, if an installation opens it now.</summary>
    public Task<Workspace?> OpenWorkspaceAsync(string platform, string externalId, CancellationToken cancellationToken) => (
        from workspace in context.Workspaces.IgnoreQueryFilters().AsNoTracking()
        join installation in context.Installations.IgnoreQueryFilters() on workspace.InstallationId equals installation.Id
        where workspace.Platform == platform && workspace.ExternalId == externalId && installation.EndedAt == null
        select workspace).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Every workspace of a platform that an installation opens now.</summary>
    public async Task<IReadOnlyList<Workspace>> OpenWorkspacesAsync(string platform, CancellationToken cancellationToken) => await (
        from workspace in context.Workspaces.IgnoreQueryFilters().AsNoTracking()
        join installation in context.Installations.IgnoreQueryFilters() on workspace.InstallationId equals installation.Id
        where workspace.Platform == platform && installation.EndedAt == null
        orderby workspace.Id
        select workspace).ToListAsync(cancellationToken);

    /// <summary>The workspace of a place whether it is open or not, to be changed.</summary>
    public Task<Workspace?> WorkspaceAsync(string platform, string externalId, CancellationToken cancellationToken) =>
        context.Workspaces
            .IgnoreQueryFilters()
            .FirstOrDefaultAsync(stored => stored.Platform == platform && stored.ExternalId == externalId, cancellationToken);

    /// <summary>The organisation of an enterprise of which something is, or was, installed; null when nothing ever was.</summary>
    public Task<Guid?> OrganisationOfEnterpriseAsync(string platform, string enterpriseExternalId, CancellationToken cancellationToken) =>
        context.Installations
            .IgnoreQueryFilters()
            .Where(stored => stored.Platform == platform && stored.EnterpriseExternalId == enterpriseExternalId)
            .OrderBy(stored => stored.Id).Select(stored => (Guid?)stored.OrganisationId).FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Takes back what waits to be sent by way of an installation that has ended, or to the one workspace of it that the bot may no longer
    /// enter.
    /// </summary>
    public Task<int> WithdrawWaitingAsync(Guid installationId, Guid? workspaceId, DateTimeOffset now,
        CancellationToken cancellationToken) =>
        context.Outbox.IgnoreQueryFilters()
            .Where(message =>
                message.SettledAt == null
                    && message.Status == OutboxStatus.Pending
                    && (workspaceId == null || message.WorkspaceId == workspaceId)
                && context.Workspaces
                    .IgnoreQueryFilters()
                    .Any(workspace => workspace.Id == message.WorkspaceId && workspace.InstallationId == installationId))
            .ExecuteUpdateAsync(
                update => update
                    .SetProperty(message => message.Status, OutboxStatus.Withdrawn)
                    .SetProperty(message => message.SettledAt, now)
                    .SetProperty(message => message.Version, message => message.Version + 1),
                cancellationToken);
}
