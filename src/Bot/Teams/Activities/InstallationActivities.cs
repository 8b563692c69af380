using RelateBot.Bot.Chat;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>Somebody put the bot into their personal chat, a group chat or a team, or took it out.</summary>
public sealed class InstallationActivities(RequestPipeline pipeline, TeamsReferences references)
{
    public async Task<TeamsAnswer> ReceiveAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Action is "remove" or "remove-upgrade")
        {
            if (activity.Action is "remove")
            {
                await references.RemoveAsync(workspace, activity, cancellationToken);
            }

            return TeamsAnswer.Ok;
        }

        await references.NoteAsync(workspace, activity, cancellationToken);
        if (activity.Action is "add")
        {
            // The second key makes it once a place, whatever Teams repeats or announces anew.
            await pipeline.HandleAsync(
                TeamsRequests.Of(
                    workspace, activity, new ChatInput.Installed(activity.IsPersonal), TeamsRequests.AddressOf(activity) with { IsShared = false },
                    $"installed:{activity.ConversationWithoutThread}"),
                cancellationToken);
        }

        return TeamsAnswer.Ok;
    }
}
