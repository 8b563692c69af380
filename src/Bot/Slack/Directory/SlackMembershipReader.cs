using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Directory;

/// <summary>Tells whether a user of a workspace belongs to its organisation. On Enterprise Grid the enterprise decides.</summary>
public sealed class SlackMembershipReader(ISlackTeams teams, SlackMessageInfoReader messageInfo)
{
    /// <summary>Returns true for someone from another organisation.</summary>
    /// <param name="workspace">The workspace in which the user acts.</param>
    /// <param name="enterpriseId">The enterprise of that workspace, if any.</param>
    /// <param name="userId">The user.</param>
    /// <param name="homeId">The user's own team, or the enterprise instead of it; null when Slack doesn't say.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PlatformException">Slack had to be asked and didn't answer.</exception>
    public async ValueTask<bool> IsStrangerAsync(
        Workspace workspace, string? enterpriseId, string userId, string? homeId, CancellationToken cancellationToken)
    {
        if (homeId is null || homeId == workspace.ExternalId)
        {
            return false;
        }

        if (enterpriseId is null || homeId == enterpriseId)
        {
            return enterpriseId is null;
        }

        return !await IsSiblingAsync(workspace, homeId, cancellationToken)
            && await messageInfo.GetAccountKindAsync(workspace, userId, cancellationToken) is PersonKind.Stranger;
    }

    /// <summary>As <see cref="IsStrangerAsync"/>, but returns false when Slack doesn't answer, for requests that can't wait.</summary>
    public async ValueTask<bool> IsToldStrangerAsync(
        Workspace workspace, string? enterpriseId, string userId, string? homeId, CancellationToken cancellationToken)
    {
        try
        {
            return await IsStrangerAsync(workspace, enterpriseId, userId, homeId, cancellationToken);
        }
        catch (PlatformException)
        {
            return false;
        }
    }

    /// <summary>True for a workspace of the same organisation that has the app too.</summary>
    private async ValueTask<bool> IsSiblingAsync(Workspace workspace, string teamId, CancellationToken cancellationToken) =>
        await teams.FindAsync(teamId, enterpriseId: null, cancellationToken) is { } sibling
            && sibling.OrganisationId == workspace.OrganisationId;
}
