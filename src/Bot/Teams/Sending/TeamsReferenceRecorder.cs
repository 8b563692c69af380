using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Bot.Teams.Sending;

/// <summary>Keeps what every activity tells about where people, channels and chats are found.</summary>
public sealed class TeamsReferenceRecorder(OrganisationScope organisations, TimeProvider clock)
{
    /// <summary>Notes whom and what the activity came from.</summary>
    public Task NoteAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken) => organisations.ChangeAsync(
        workspace.OrganisationId,
        async (TeamsReferenceStore book, CancellationToken token) =>
        {
            if (activity.From is { AadObjectId: { } person } from && activity.ConversationWithoutThread is { } conversation)
            {
                var account = await book.SaveAccountAsync(workspace, person, from.Id, conversation, activity.ServiceUrl!, token);
                if (activity.IsPersonal)
                {
                    account.ConversationId = conversation;
                    account.SeenIn = conversation;
                    account.BlockedAt = null;
                }
            }

            if (!activity.IsPersonal && activity.Place is { } place)
            {
                await book.SavePlaceAsync(
                    workspace,
                    place,
                    activity.ChannelData?.Team?.Id,
                    NameOf(activity, place),
                    activity.ServiceUrl!,
                    token);
            }
        },
        cancellationToken);

    /// <summary>The bot was taken out of the personal chat, the group chat or the team.</summary>
    public Task RemoveAsync(Workspace workspace, Activity activity, CancellationToken cancellationToken) => organisations.ChangeAsync(
        workspace.OrganisationId,
        async (TeamsReferenceStore book, CancellationToken token) =>
        {
            if (!activity.IsPersonal)
            {
                await book.RemoveAsync(workspace, activity.ChannelData?.Team?.Id ?? activity.Place ?? "", token);
            }
            else if (activity.From?.AadObjectId is { } person && await book.AccountAsync(workspace, person, token) is { } account)
            {
                account.BlockedAt = clock.GetUtcNow();
            }
        },
        cancellationToken);

    /// <summary>A channel is gone.</summary>
    public Task RemoveChannelAsync(Workspace workspace, string channelId, CancellationToken cancellationToken) =>
        organisations.ChangeAsync(
            workspace.OrganisationId,
            (TeamsReferenceStore book, CancellationToken token) => book.RemoveAsync(workspace, channelId, token),
            cancellationToken);

    /// <summary>Teams never names the general channel, whose id is the team's.</summary>
    private static string? NameOf(Activity activity, string place) =>
        activity.ChannelData?.Channel?.Name ?? (place == activity.ChannelData?.Team?.Id ? "General" : null);
}
