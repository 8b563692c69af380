using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Activities;

/// <summary>Handles members, channels and teams that are added, removed or renamed.</summary>
public sealed class ConversationUpdateHandler(TeamsReferenceRecorder references)
{
    public async Task<TeamsEndpointResult> ReceiveAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken)
    {
        var bot = activity.Recipient?.Id;
        var isBotRemoved = activity.MembersRemoved is { } removed && removed.Any(member => member.Id == bot);
        if (isBotRemoved || activity.ChannelData?.EventType is "teamDeleted" or "teamHardDeleted" or "teamArchived")
        {
            await references.RemoveAsync(workspace, activity, cancellationToken);
        }
        else if (activity.ChannelData is { EventType: "channelDeleted", Channel.Id: { } channel })
        {
            await references.RemoveChannelAsync(workspace, channel, cancellationToken);
        }
        else
        {
            await references.NoteAsync(workspace, activity, cancellationToken);
        }

        return TeamsEndpointResult.Ok;
    }
}
