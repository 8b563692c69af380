using System.Collections.Frozen;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Platforms;

/// <summary>Looks up account ids by person, as platforms need them to draw mentions.</summary>
internal static class WorkspaceAccounts
{
    /// <summary>
    /// Returns the account id of each of these people in this workspace, by person. People without an account there are left out.
    /// </summary>
    public static async Task<FrozenDictionary<Guid, string>> GetWorkspaceAccountsAsync(
        this IAccountStore accounts, Workspace workspace, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken) =>
            people.Count == 0
        ? FrozenDictionary<Guid, string>.Empty
        : (await accounts.GetReachableAccountsAsync(workspace, people, cancellationToken))
            .Where(identity => identity.WorkspaceId == workspace.Id)
            .ToFrozenDictionary(identity => identity.PersonId, identity => identity.ExternalId);
}
