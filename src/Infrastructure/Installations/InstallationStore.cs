using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Installations;

/// <summary>
/// Stores installations and their workspaces. Lookups cross organisations, because they find out which organisation a request belongs to.
/// </summary>
public sealed class InstallationStore(RelateDbContext context)
{
    public void Add(Installation installation) => context.Installations.Add(installation);

    public void Add(Organisation organisation) => context.Organisations.Add(organisation);

    public void Add(Workspace workspace) => context.Workspaces.Add(workspace);

    /// <summary>Finds the installation of a workspace or enterprise, active or ended. Changes to it are saved on commit.</summary>
    public Task<Installation?> FindAsync(string platform, string externalId, CancellationToken cancellationToken) =>
        context.Installations
            .IgnoreQueryFilters()
            .FirstOrDefaultAsync(stored => stored.Platform == platform && stored.ExternalId == externalId, cancellationToken);

    /// <summary>Finds the installation with this id. Changes to it are saved on commit.</summary>
    public Task<Installation?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.Installations.IgnoreQueryFilters().FirstOrDefaultAsync(stored => stored.Id == id, cancellationToken);

    /// <summary>Returns every installation on a platform, including ended ones, without tracking changes.</summary>
    public async Task<IReadOnlyList<Installation>> AllAsync(string platform, CancellationToken cancellationToken) =>
        await context.Installations
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(stored => stored.Platform == platform)
            .OrderBy(stored => stored.Id)
            .ToListAsync(cancellationToken);

    /// <summary>Returns the installations on any platform that have a token, without tracking changes.</summary>
    public async Task<IReadOnlyList<Installation>> WithTokenAsync(CancellationToken cancellationToken) =>
        await context.Installations
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(stored => stored.Token != null)
            .OrderBy(stored => stored.Id)
            .ToListAsync(cancellationToken);

    /// <summary>Finds the active installation of a workspace.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<Installation?> OfWorkspaceAsync(Guid workspaceId, CancellationToken cancellationToken) => (
        from workspace in context.Workspaces.IgnoreQueryFilters().AsNoTracking()
        join installation in context.Installations.IgnoreQueryFilters().AsNoTracking() on workspace.InstallationId equals installation.Id
        where workspace.Id == workspaceId && installation.EndedAt == null
        select installation).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Finds a workspace that has an active installation.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<Workspace?> OpenWorkspaceAsync(string platform, string externalId, CancellationToken cancellationToken) => (
        from workspace in context.Workspaces.IgnoreQueryFilters().AsNoTracking()
        join installation in context.Installations.IgnoreQueryFilters() on workspace.InstallationId equals installation.Id
        where workspace.Platform == platform && workspace.ExternalId == externalId && installation.EndedAt == null
        select workspace).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Returns every workspace of a platform that has an active installation.</summary>
    public async Task<IReadOnlyList<Workspace>> OpenWorkspacesAsync(string platform, CancellationToken cancellationToken) => await (
        from workspace in context.Workspaces.IgnoreQueryFilters().AsNoTracking()
        join installation in context.Installations.IgnoreQueryFilters() on workspace.InstallationId equals installation.Id
        where workspace.Platform == platform && installation.EndedAt == null
        orderby workspace.Id
        select workspace).ToListAsync(cancellationToken);

    /// <summary>Finds a workspace, with or without an active installation. Changes to it are saved on commit.</summary>
    public Task<Workspace?> WorkspaceAsync(string platform, string externalId, CancellationToken cancellationToken) =>
        context.Workspaces
            .IgnoreQueryFilters()
            .FirstOrDefaultAsync(stored => stored.Platform == platform && stored.ExternalId == externalId, cancellationToken);

    /// <summary>Finds the organisation of an enterprise that has or had an installation.</summary>
    /// <returns>Null when it never had one.</returns>
    public Task<Guid?> OrganisationOfEnterpriseAsync(string platform, string enterpriseExternalId, CancellationToken cancellationToken) =>
        context.Installations
            .IgnoreQueryFilters()
            .Where(stored => stored.Platform == platform && stored.EnterpriseExternalId == enterpriseExternalId)
            .OrderBy(stored => stored.Id).Select(stored => (Guid?)stored.OrganisationId).FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Withdraws the unsent messages of an ended installation, or of the one workspace of it that the bot was removed from.
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
