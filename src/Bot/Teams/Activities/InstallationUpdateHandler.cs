using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>Handles adding the bot to, or removing it from, a personal chat, a group chat or a team.</summary>
public sealed class InstallationUpdateHandler(RequestPipeline pipeline, TeamsReferenceRecorder references)
{
    public async Task<TeamsEndpointResult> ReceiveAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Action is "remove" or "remove-upgrade")
        {
            if (activity.Action is "remove")
            {
                await references.RemoveAsync(workspace, activity, cancellationToken);
            }

            return TeamsEndpointResult.Ok;
        }

        await references.NoteAsync(workspace, activity, cancellationToken);
        if (activity.Action is "add")
        {
            // The second key allows one welcome per conversation, even if Teams repeats the activity.
            await pipeline.HandleAsync(
                TeamsRequestMapper.Of(
                    workspace,
                    activity,
                    new ChatInput.Installed(activity.IsPersonal),
                    TeamsRequestMapper.AddressOf(activity) with { IsShared = false },
                    $"installed:{activity.ConversationWithoutThread}"),
                cancellationToken);
        }

        return TeamsEndpointResult.Ok;
    }
}
