using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Directory;
using RelateBot.Bot.Teams.Invokes;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>Dispatches activities to their handlers. Unhandled ones are acknowledged, so that Teams doesn't retry them.</summary>
public sealed class TeamsActivityDispatcher(
    TeamsTenantResolver tenants,
    MessageActivityHandler messages,
    InstallationUpdateHandler installations,
    ConversationUpdateHandler conversations,
    ReactionActivityHandler reactions,
    TeamsInvokeDispatcher invokes)
{
    public async Task<TeamsEndpointResult> ReceiveAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (await tenants.OfAsync(activity, cancellationToken) is not { } workspace
            || activity.From is null
            || activity.Conversation is null)
        {
            return TeamsEndpointResult.Ok;
        }

        return activity.Type switch
        {
            "message" => await messages.ReceiveAsync(workspace, activity, cancellationToken),
            "installationUpdate" => await installations.ReceiveAsync(workspace, activity, cancellationToken),
            "conversationUpdate" => await conversations.ReceiveAsync(workspace, activity, cancellationToken),
            "messageReaction" => await reactions.ReceiveAsync(workspace, activity, cancellationToken),
            "invoke" => await invokes.ReceiveAsync(workspace, activity, cancellationToken),
            _ => TeamsEndpointResult.Ok,
        };
    }
}
