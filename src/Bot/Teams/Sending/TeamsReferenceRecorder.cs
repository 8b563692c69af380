using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Bot.Teams.Sending;

/// <summary>Stores the addresses of people, channels and chats from every activity.</summary>
public sealed class TeamsReferenceRecorder(OrganisationScope organisations, TimeProvider clock)
{
    /// <summary>Stores the sender and the conversation of the activity.</summary>
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

    /// <summary>Records that the bot was removed from the personal chat, the group chat or the team.</summary>
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

    /// <summary>Records that a channel was deleted.</summary>
    public Task RemoveChannelAsync(Workspace workspace, string channelId, CancellationToken cancellationToken) =>
        organisations.ChangeAsync(
            workspace.OrganisationId,
            (TeamsReferenceStore book, CancellationToken token) => book.RemoveAsync(workspace, channelId, token),
            cancellationToken);

    /// <summary>Teams sends no name for the general channel. Its id is the team's id.</summary>
    private static string? NameOf(Activity activity, string place) =>
        activity.ChannelData?.Channel?.Name ?? (place == activity.ChannelData?.Team?.Id ? "General" : null);
}
