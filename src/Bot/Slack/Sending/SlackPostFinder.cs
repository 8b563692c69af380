using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Slack.Api;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Sending;

/// <summary>
/// Finds a post whose outcome is unknown in its conversation's history. Every post has its outbox id as metadata.
/// </summary>
public sealed partial class SlackPostFinder(
    SlackApi api,
    SlackConversationResolver conversations,
    ILogger<SlackPostFinder> logger)
{
    // Our clock may differ from Slack's.
    private static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(10);

    /// <summary>Returns the post of this message, or null when there is none or the history can't be read.</summary>
    public async Task<SentMessage?> FindAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await ConversationOfAsync(message, cancellationToken) is { } conversation
                ? await FindInAsync(conversation, message, cancellationToken)
                : null;
        }
        catch (SlackApiException exception) when (exception.ToPlatformException().IsPermanent || exception.Error is "missing_scope")
        {
            Log.CannotSearch(logger, message.Id, exception.Error);
            return null;
        }
    }

    private async Task<string?> ConversationOfAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        message.Destination switch
        {
            Destination.ToPerson person =>
                await conversations.GetDirectMessageAsync(message.Workspace, person.ExternalId, cancellationToken),
            Destination.ToGroup group =>
                await conversations.GetGroupConversationAsync(message.Workspace, group.ExternalIds, cancellationToken),
            Destination.ToChannel channel =>
                await conversations.FindChannelAsync(message.Workspace, channel.Channel, cancellationToken),
            Destination.ToReply reply =>
                await conversations.GetGroupConversationAsync(
                    message.Workspace,
                    [SlackReplyAddress.Decode(reply.Address).User],
                    cancellationToken),
            _ => null,
        };

    private async Task<SentMessage?> FindInAsync(string conversation, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var wanted = MessageMetadata.Of(message.Id);
        string? cursor = null;
        do
        {
            var page = await ReadHistoryAsync(message.Workspace, conversation, message.CreatedAt - ClockMargin, cursor, cancellationToken);
            if (page.Messages.FirstOrDefault(posted => posted.Metadata == wanted) is { } found)
            {
                return new SentMessage(conversation, found.Ts);
            }

            cursor = page.ResponseMetadata?.NextCursor;
        }
        while (!string.IsNullOrEmpty(cursor));

        return null;
    }

    private async Task<ConversationsHistoryResponse> ReadHistoryAsync(
        Workspace workspace,
        string conversation,
        DateTimeOffset after,
        string? cursor,
        CancellationToken cancellationToken)
    {
        try
        {
            return await api.For(workspace).ReadHistoryAsync(conversation, after, cursor, cancellationToken);
        }
        catch (SlackApiException exception) when (exception.Error is SlackErrors.NotInChannel)
        {
            await api.For(workspace).JoinConversationAsync(conversation, cancellationToken);
            return await api.For(workspace).ReadHistoryAsync(conversation, after, cursor, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Warning,
            Message = "Couldn't search for message {MessageId} ({Error}). It will be sent again")]
        public static partial void CannotSearch(ILogger logger, Guid messageId, string error);
    }
}
