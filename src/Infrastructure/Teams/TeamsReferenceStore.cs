using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Teams;

/// <summary>Stores who and what can be reached in a Teams tenant, and how. The caller commits.</summary>
public sealed class TeamsReferenceStore(RelateDbContext context, TimeProvider clock)
{
    /// <summary>Finds an account by its Entra id.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<TeamsAccount?> AccountAsync(Workspace workspace, string externalId, CancellationToken cancellationToken) =>
        context.TeamsAccounts.FirstOrDefaultAsync(
            account => account.WorkspaceId == workspace.Id && account.ExternalId == externalId,
            cancellationToken);

    /// <summary>Returns the known ones of these accounts, by their Teams user ids for this bot.</summary>
    public async Task<IReadOnlyList<TeamsAccount>> AccountsAsync(
        Workspace workspace,
        IReadOnlyCollection<string> userIds,
        CancellationToken cancellationToken) =>
        await context.TeamsAccounts
            .Where(account => account.WorkspaceId == workspace.Id && userIds.Contains(account.UserId))
            .ToListAsync(cancellationToken);

    /// <summary>Returns the Teams user ids for this bot of these Entra ids, where known.</summary>
    public async Task<IReadOnlyList<string>> UserIdsAsync(
        Workspace workspace,
        IReadOnlyCollection<string> externalIds,
        CancellationToken cancellationToken) =>
        await context.TeamsAccounts.Where(account => account.WorkspaceId == workspace.Id && externalIds.Contains(account.ExternalId))
            .OrderBy(account => account.Id).Select(account => account.UserId).ToListAsync(cancellationToken);

    /// <summary>Returns which of these Entra ids have no person yet.</summary>
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

    /// <summary>Finds a channel or group chat by its id.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<TeamsConversationReference?> PlaceAsync(Workspace workspace, string externalId, CancellationToken cancellationToken) =>
        context.TeamsPlaces.FirstOrDefaultAsync(
            place => place.WorkspaceId == workspace.Id && place.ExternalId == externalId,
            cancellationToken);

    /// <summary>Finds the channel with this name. When there are several, the one known longest.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<TeamsConversationReference?> ChannelNamedAsync(Workspace workspace, string name, CancellationToken cancellationToken)
    {
        var key = SearchKey.Of(name);
        return context.TeamsPlaces
            .Where(place => place.WorkspaceId == workspace.Id && place.TeamId != null && place.NameKey == key && place.RemovedAt == null)
            .OrderBy(place => place.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Returns the general channels of the teams that the bot is in. A team's members are those of its general channel.</summary>
    public async Task<IReadOnlyList<TeamsConversationReference>> TeamsAsync(Workspace workspace, CancellationToken cancellationToken) =>
        await context.TeamsPlaces
        .Where(place => place.WorkspaceId == workspace.Id && place.TeamId == place.ExternalId && place.RemovedAt == null)
        .OrderBy(place => place.Id).ToListAsync(cancellationToken);

    /// <summary>Returns the tenant's connector URL, as last received.</summary>
    /// <returns>Null before the first message.</returns>
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

    /// <summary>Adds an account, or updates where it was last seen.</summary>
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

    /// <summary>Adds a channel or group chat, or records that the bot is back in it.</summary>
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

    /// <summary>Records that the bot left a group chat or a channel was deleted. When a team is removed, so are its channels.</summary>
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
