using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Teams;

/// <summary>Who and what can be reached in a Teams tenant, and how. Whatever it notes is committed by the caller.</summary>
public sealed class TeamsReferenceStore(RelateDbContext context, TimeProvider clock)
{
    /// <summary>The account of somebody, by their Entra id.</summary>
    public Task<TeamsAccount?> AccountAsync(Workspace workspace, string externalId, CancellationToken cancellationToken) =>
        context.TeamsAccounts.FirstOrDefaultAsync(
            account => account.WorkspaceId == workspace.Id && account.ExternalId == externalId,
            cancellationToken);

    /// <summary>Those of these accounts that are known, by the ids that Teams has for this bot.</summary>
    public async Task<IReadOnlyList<TeamsAccount>> AccountsAsync(
        Workspace workspace,
        IReadOnlyCollection<string> userIds,
        CancellationToken cancellationToken) =>
        await context.TeamsAccounts
            .Where(account => account.WorkspaceId == workspace.Id && userIds.Contains(account.UserId))
            .ToListAsync(cancellationToken);

    /// <summary>The ids that Teams has for this bot of those of these Entra ids that are known.</summary>
    public async Task<IReadOnlyList<string>> UserIdsAsync(
        Workspace workspace,
        IReadOnlyCollection<string> externalIds,
        CancellationToken cancellationToken) =>
        await context.TeamsAccounts.Where(account => account.WorkspaceId == workspace.Id && externalIds.Contains(account.ExternalId))
            .OrderBy(account => account.Id).Select(account => account.UserId).ToListAsync(cancellationToken);

    /// <summary>Those of these Entra ids that stand for nobody yet.</summary>
    public async Task<IReadOnlyList<string>> GetUnknownIdsAsync(
        Workspace workspace,
        IReadOnlyCollection<string> externalIds,
        CancellationToken cancellationToken)
    {
        var met = await context.Identities
            .Where(identity => identity.WorkspaceId == workspace.Id && externalIds.Contains(identity.ExternalId))
            .Select(identity => identity.ExternalId).ToListAsync(cancellationToken);
        return [.. externalIds.Except(met, StringComparer.Ordinal)];
    }

    /// <summary>A channel or group chat, by its id.</summary>
    public Task<TeamsConversationReference?> PlaceAsync(Workspace workspace, string externalId, CancellationToken cancellationToken) =>
        context.TeamsPlaces.FirstOrDefaultAsync(
            place => place.WorkspaceId == workspace.Id && place.ExternalId == externalId,
            cancellationToken);

    /// <summary>The channel of this name; of several the one known longest.</summary>
    public Task<TeamsConversationReference?> ChannelNamedAsync(Workspace workspace, string name, CancellationToken cancellationToken)
    {
        var key = SearchKey.Of(name);
        return context.TeamsPlaces
            .Where(place => place.WorkspaceId == workspace.Id && place.TeamId != null && place.NameKey == key && place.RemovedAt == null)
            .OrderBy(place => place.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The general channels of the teams that the bot is in: a team's roster is its.</summary>
    public async Task<IReadOnlyList<TeamsConversationReference>> TeamsAsync(Workspace workspace, CancellationToken cancellationToken) =>
        await context.TeamsPlaces
        .Where(place => place.WorkspaceId == workspace.Id && place.TeamId == place.ExternalId && place.RemovedAt == null)
        .OrderBy(place => place.Id).ToListAsync(cancellationToken);

    /// <summary>Where the connector of the tenant is, as it was last heard; null before anything was.</summary>
    public async Task<string?> ServiceUrlAsync(Workspace workspace, CancellationToken cancellationToken) =>
        await context.TeamsAccounts
            .Where(account => account.WorkspaceId == workspace.Id)
            .OrderByDescending(account => account.Id)
            .Select(account => account.ServiceUrl)
            .FirstOrDefaultAsync(cancellationToken)
        ?? await context.TeamsPlaces
            .Where(place => place.WorkspaceId == workspace.Id)
            .OrderByDescending(place => place.Id)
            .Select(place => place.ServiceUrl)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Notes an account, or that it is seen elsewhere now.</summary>
    public async Task<TeamsAccount> SaveAccountAsync(
        Workspace workspace, string externalId, string userId, string seenIn, string serviceUrl, CancellationToken cancellationToken)
    {
        if (await AccountAsync(workspace, externalId, cancellationToken) is not { } account)
        {
            account = new TeamsAccount
            {
                Id = NewId(),
                OrganisationId = workspace.OrganisationId,
                WorkspaceId = workspace.Id,
                ExternalId = externalId,
                UserId = userId,
                SeenIn = seenIn,
                ServiceUrl = serviceUrl,
            };
            context.TeamsAccounts.Add(account);
        }

        account.UserId = userId;
        account.ServiceUrl = serviceUrl;
        return account;
    }

    /// <summary>Notes a channel or a group chat, or that the bot is back in it.</summary>
    public async Task SavePlaceAsync(
        Workspace workspace,
        string externalId,
        string? teamId,
        string? name,
        string serviceUrl,
        CancellationToken cancellationToken)
    {
        var place = context.TeamsPlaces.Local.FirstOrDefault(local => local.WorkspaceId == workspace.Id && local.ExternalId == externalId)
            ?? await PlaceAsync(workspace, externalId, cancellationToken);
        if (place is null)
        {
            place = new TeamsConversationReference
            {
                Id = NewId(),
                OrganisationId = workspace.OrganisationId,
                WorkspaceId = workspace.Id,
                ExternalId = externalId,
                TeamId = teamId,
                ServiceUrl = serviceUrl,
            };
            context.TeamsPlaces.Add(place);
        }

        place.Name = name ?? place.Name;
        place.ServiceUrl = serviceUrl;
        place.RemovedAt = null;
    }

    /// <summary>The bot is no longer in a group chat, or a channel is gone; with a team all of its channels go.</summary>
    public async Task RemoveAsync(Workspace workspace, string externalId, CancellationToken cancellationToken)
    {
        foreach (var place in await context.TeamsPlaces
            .Where(place => place.WorkspaceId == workspace.Id && (place.ExternalId == externalId || place.TeamId == externalId))
            .ToListAsync(cancellationToken))
        {
            place.RemovedAt ??= clock.GetUtcNow();
        }
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
