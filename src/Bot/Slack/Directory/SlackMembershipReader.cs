using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Directory;

/// <summary>Whether someone who acts in a workspace belongs to its organisation. On Enterprise Grid the enterprise decides.</summary>
public sealed class SlackMembershipReader(ISlackTeams teams, SlackMessageInfoReader messageInfo)
{
    /// <summary>
    /// True for someone of another organisation. Throws <see cref="PlatformException"/> when Slack has to be asked and
    /// does not answer.
    /// </summary>
    /// <param name="workspace">Where they act.</param>
    /// <param name="enterpriseId">The enterprise of that workspace, if any.</param>
    /// <param name="userId">Who acts.</param>
    /// <param name="homeId">Their own team, or the enterprise in its place; null when Slack does not say.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
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

    /// <summary>The same where no one can wait: false for as long as Slack does not say.</summary>
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

    /// <summary>A workspace of the same organisation that the app is in as well.</summary>
    private async ValueTask<bool> IsSiblingAsync(Workspace workspace, string teamId, CancellationToken cancellationToken) =>
        await teams.FindAsync(teamId, enterpriseId: null, cancellationToken) is { } sibling
            && sibling.OrganisationId == workspace.OrganisationId;
}
