using System.Collections.Frozen;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Directory;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>
/// Counts a thumbs up or a heart on one of the bot's own posts as a +1; Teams reports no other posts. Removing the reaction doesn't take
/// the +1 back, just as with the button:
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events#message-reaction-events
/// </summary>
public sealed class ReactionActivityHandler(RequestPipeline pipeline, TeamsIdentityResolver identities, OrganisationScope organisations)
{
    private static readonly FrozenSet<string> approving = FrozenSet.ToFrozenSet(
        ["like", "heart", "plusOne"],
        StringComparer.OrdinalIgnoreCase);

    public async Task<TeamsEndpointResult> ReceiveAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.ReactionsAdded is { } added
            && added.Any(reaction => approving.Contains(reaction.Type))
            && await ActAsync(workspace, activity, cancellationToken) is { } actId)
        {
            await identities.ImportUnknownAccountsAsync(workspace, [TeamsRequestMapper.PersonOf(activity)], cancellationToken);
            await pipeline.HandleAsync(
                TeamsRequestMapper.Of(workspace, activity, new ChatInput.Approval(actId), TeamsRequestMapper.AddressOf(activity)) with
                {
                    ReplyAddress =
                    null
                }, cancellationToken);
        }

        return TeamsEndpointResult.Ok;
    }

    /// <summary>Returns the act that the message announces, in whichever thread Teams reports it.</summary>
    private async Task<Guid?> ActAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.ReplyToId is not { Length: > 0 } id)
        {
            return null;
        }

        var sent = await organisations.RunAsync(
            workspace.OrganisationId,
            (OutboxStore outbox, CancellationToken token) => outbox.FindSentAsync(workspace.Id, id, token),
            cancellationToken);
        return sent.FirstOrDefault(
            message => Activity.WithoutThread(message.SentConversation) == activity.ConversationWithoutThread)?.ActId;
    }
}
