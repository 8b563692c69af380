using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Invokes;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>Who deals with which activity. What nobody needs is acknowledged, so that Teams does not repeat it.</summary>
public sealed class TeamsActivities(
    TeamsTenants tenants, MessageActivities messages, InstallationActivities installations, ConversationActivities conversations, ReactionActivities reactions, TeamsInvokes invokes)
{
    public async Task<TeamsAnswer> ReceiveAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (await tenants.OfAsync(activity, cancellationToken) is not { } workspace || activity.From is null || activity.Conversation is null)
        {
            return TeamsAnswer.Ok;
        }

        return activity.Type switch
        {
            "message" => await messages.ReceiveAsync(workspace, activity, cancellationToken),
            "installationUpdate" => await installations.ReceiveAsync(workspace, activity, cancellationToken),
            "conversationUpdate" => await conversations.ReceiveAsync(workspace, activity, cancellationToken),
            "messageReaction" => await reactions.ReceiveAsync(workspace, activity, cancellationToken),
            "invoke" => await invokes.ReceiveAsync(workspace, activity, cancellationToken),
            _ => TeamsAnswer.Ok,
        };
    }
}
