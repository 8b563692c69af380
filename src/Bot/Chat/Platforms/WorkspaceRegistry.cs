using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.People;

namespace RelateBot.Bot.Chat.Platforms;

/// <summary>Finds and connects workspaces. Known workspaces are cached: a workspace never changes its organisation.</summary>
public sealed class WorkspaceRegistry(OrganisationScope organisations, IOptions<OrganisationOptions> organisation, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Platform, string ExternalId), Workspace> known = new();

    /// <summary>The ids of the cached workspaces.</summary>
    public IEnumerable<Guid> KnownIds => known.Values.Select(workspace => workspace.Id);

    /// <summary>Returns the workspace with a platform's id; null when it was never connected.</summary>
    public async ValueTask<Workspace?> FindAsync(string platform, string externalId, CancellationToken cancellationToken)
    {
        if (known.TryGetValue((platform, externalId), out var workspace))
        {
            return workspace;
        }

        workspace = await organisations.AcrossAsync(
            (WorkspaceStore store, CancellationToken token) => store.FindAsync(platform, externalId, token),
            cancellationToken);
        return workspace is null ? null : known[(platform, externalId)] = workspace;
    }

    /// <summary>Returns the workspace with this id; null when there is none.</summary>
    public async ValueTask<Workspace?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (known.Values.FirstOrDefault(workspace => workspace.Id == id) is { } workspace)
        {
            return workspace;
        }

        workspace = await organisations.AcrossAsync(
            (WorkspaceStore store, CancellationToken token) => store.FindAsync(id, token),
            cancellationToken);
        return workspace is null ? null : known[(workspace.Platform, workspace.ExternalId)] = workspace;
    }

    /// <summary>Returns all workspaces of a platform, oldest first.</summary>
    public Task<IReadOnlyList<Workspace>> OfPlatformAsync(string platform, CancellationToken cancellationToken) =>
        organisations.AcrossAsync(
            (WorkspaceStore store, CancellationToken token) => store.OfPlatformAsync(platform, token),
            cancellationToken);

    /// <summary>Returns the organisation that this installation serves. The first call creates it.</summary>
    public async Task<Organisation> OrganisationAsync(CancellationToken cancellationToken)
    {
        if (await OldestAsync(cancellationToken) is { } known)
        {
            return known;
        }

        var founded = NewOrganisation(organisation.Value.Name);
        await organisations.CommitAsync(founded.Id, (WorkspaceStore store) => store.Add(founded), cancellationToken);
        return founded;
    }

    /// <summary>Connects a workspace to this installation's organisation, unless it is already connected.</summary>
    public Task<Workspace> ConnectAsync(
        string platform,
        string externalId,
        string name,
        string? botExternalId,
        CancellationToken cancellationToken) =>
        ConnectAsync(platform, externalId, name, botExternalId, isApart: false, cancellationToken);

    /// <summary>Connects a workspace as an organisation of its own, unless it is already connected.</summary>
    public Task<Workspace> ConnectAsOwnOrganisationAsync(
        string platform,
        string externalId,
        string name,
        string? botExternalId,
        CancellationToken cancellationToken) =>
        ConnectAsync(platform, externalId, name, botExternalId, isApart: true, cancellationToken);

    private async Task<Workspace> ConnectAsync(
        string platform, string externalId, string name, string? botExternalId, bool isApart, CancellationToken cancellationToken)
    {
        if (await FindAsync(platform, externalId, cancellationToken) is { } workspace)
        {
            return workspace;
        }

        var owner = isApart ? null : await OldestAsync(cancellationToken);
        var founded = owner is null ? NewOrganisation(isApart ? name : organisation.Value.Name) : null;
        var organisationId = (owner ?? founded!).Id;
        try
        {
            await organisations.CommitAsync(
                organisationId,
                (WorkspaceStore store) =>
                {
                    if (founded is not null)
                    {
                        store.Add(founded);
                    }

                    store.Add(new Workspace
                    {
                        Id = Guid.CreateVersion7(clock.GetUtcNow()),
                        OrganisationId = organisationId,
                        Platform = platform,
                        ExternalId = externalId,
                        Name = name,
                        BotExternalId = botExternalId,
                    });
                },
                cancellationToken);
        }
        catch (ConflictException)
        {
            // Another host connected it first. Its row is just as good.
        }

        return await FindAsync(platform, externalId, cancellationToken)
            ?? throw new InvalidOperationException("The workspace that was just connected no longer exists.");
    }

    private Task<Organisation?> OldestAsync(CancellationToken cancellationToken) =>
        organisations.AcrossAsync(
            (WorkspaceStore store, CancellationToken token) => store.OldestOrganisationAsync(token),
            cancellationToken);

    private Organisation NewOrganisation(string name) =>
        new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = name, TimeZone = organisation.Value.TimeZone };
}
