using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Chat;

/// <summary>Which workspace a platform's place is. Kept in memory once known: a workspace never changes its organisation.</summary>
public sealed class Workspaces(IServiceScopeFactory scopes, IOptions<OrganisationOptions> organisation, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Platform, string ExternalId), Workspace> known = new();

    /// <summary>The workspaces that this host has had to do with.</summary>
    public IEnumerable<Guid> KnownIds => known.Values.Select(workspace => workspace.Id);

    /// <summary>The workspace, or null when this place was never connected.</summary>
    public async ValueTask<Workspace?> FindAsync(string platform, string externalId, CancellationToken cancellationToken)
    {
        if (known.TryGetValue((platform, externalId), out var workspace))
        {
            return workspace;
        }

        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();

        // Before the workspace is known there is no organisation to filter to.
        workspace = await context.Workspaces.IgnoreQueryFilters().AsNoTracking()
            .FirstOrDefaultAsync(stored => stored.Platform == platform && stored.ExternalId == externalId, cancellationToken);
        return workspace is null ? null : known[(platform, externalId)] = workspace;
    }

    /// <summary>The workspace with this id; null when there is none.</summary>
    public async ValueTask<Workspace?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (known.Values.FirstOrDefault(workspace => workspace.Id == id) is { } workspace)
        {
            return workspace;
        }

        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        workspace = await context.Workspaces.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(stored => stored.Id == id, cancellationToken);
        return workspace is null ? null : known[(workspace.Platform, workspace.ExternalId)] = workspace;
    }

    /// <summary>All workspaces of a platform, oldest first.</summary>
    public async Task<IReadOnlyList<Workspace>> OfPlatformAsync(string platform, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RelateDbContext>().Workspaces.IgnoreQueryFilters().AsNoTracking()
            .Where(stored => stored.Platform == platform).OrderBy(stored => stored.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The organisation that this installation serves; recorded when it is asked for the first time.</summary>
    public async Task<Organisation> OrganisationAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var owner = await OwnerAsync(scope.ServiceProvider.GetRequiredService<RelateDbContext>(), cancellationToken);
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        return owner;
    }

    /// <summary>Connects a place to the organisation of this installation, unless it is connected already.</summary>
    public Task<Workspace> ConnectAsync(string platform, string externalId, string name, string? botExternalId, CancellationToken cancellationToken) =>
        ConnectAsync(platform, externalId, name, botExternalId, isApart: false, cancellationToken);

    /// <summary>Connects a place that is an organisation of its own, unless it is connected already.</summary>
    public Task<Workspace> ConnectApartAsync(string platform, string externalId, string name, string? botExternalId, CancellationToken cancellationToken) =>
        ConnectAsync(platform, externalId, name, botExternalId, isApart: true, cancellationToken);

    private async Task<Workspace> ConnectAsync(
        string platform, string externalId, string name, string? botExternalId, bool isApart, CancellationToken cancellationToken)
    {
        if (await FindAsync(platform, externalId, cancellationToken) is { } workspace)
        {
            return workspace;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var context = services.GetRequiredService<RelateDbContext>();
            var owner = isApart ? NewOrganisation(context, name) : await OwnerAsync(context, cancellationToken);
            services.GetRequiredService<Tenant>().Is(owner.Id);
            context.Workspaces.Add(new Workspace
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()), OrganisationId = owner.Id, Platform = platform, ExternalId = externalId, Name = name, BotExternalId = botExternalId,
            });
            await services.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        }
        catch (ConflictException)
        {
            // Another host connected it first; its row is as good.
        }

        return await FindAsync(platform, externalId, cancellationToken) ?? throw new InvalidOperationException("The workspace that was just connected is gone.");
    }

    private async Task<Organisation> OwnerAsync(RelateDbContext context, CancellationToken cancellationToken) =>
        await context.Organisations.OrderBy(stored => stored.Id).FirstOrDefaultAsync(cancellationToken) ?? NewOrganisation(context, organisation.Value.Name);

    private Organisation NewOrganisation(RelateDbContext context, string name)
    {
        var owner = new Organisation { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = name, TimeZone = organisation.Value.TimeZone };
        context.Organisations.Add(owner);
        return owner;
    }
}
