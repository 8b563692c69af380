using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>Somebody put the bot into their personal chat, a group chat or a team, or took it out.</summary>
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
            // The second key makes it once a place, whatever Teams repeats or announces anew.
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
