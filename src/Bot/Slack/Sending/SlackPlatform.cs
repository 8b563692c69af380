using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.BlockKit;
using RelateBot.Bot.Slack.Checks;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Sending;

/// <summary>
/// Sends the outbox's messages to Slack. Every post has its outbox id as metadata, so <see cref="SlackPostFinder"/> can find it.
/// </summary>
public sealed partial class SlackPlatform(
    SlackApi api,
    ISlackTeams teams,
    ResponseUrlClient responseUrls,
    SlackConversationResolver conversations,
    SlackPostFinder history,
    SlackScopeChecker scopes,
    IOptions<SlackOptions> options,
    ILogger<SlackPlatform> logger) : IHomePlatform
{
    public const string PlatformName = "slack";

    public string Name => PlatformName;

    /// <summary>
    /// Slack allows "several hundred messages a minute" in a workspace and one per second in a channel
    /// (https://docs.slack.dev/apis/web-api/rate-limits).
    /// </summary>
    public RateLimit RateLimit { get; } = new(
        options.Value.MessagesPerSecond,
        Burst: 20,
        options.Value.MessagesPerSecondAndChannel,
        ConversationBurst: 3);

    /// <summary>
    /// Below the limit of views.publish (tier 4, "100+ a minute"), so that people who open their page don't have to wait.
    /// </summary>
    public double HomesPerSecond => 0.75;

    public ValueTask<bool> CanOpenGroupChatsAsync(Workspace workspace, CancellationToken cancellationToken) =>
        scopes.HasScopeAsync(workspace, SlackScopes.ToOpenGroupChats, cancellationToken);

    public ImmutableArray<string> ExtraHelpLines { get; } = SlackMessages.AlsoOffers(options.Value.ThanksEmojiName);

    public Task ShowHomeAsync(
        Workspace workspace,
        string externalId,
        ChatHome home,
        FrozenDictionary<Guid, string> accounts,
        CancellationToken cancellationToken) =>
        SlackErrors.TranslateAsync(async () =>
        {
            await api
                .For(workspace)
                .PublishViewAsync(new ViewsPublishRequest(externalId, HomeRenderer.Render(home, accounts)), cancellationToken);
            return true;
        });

    public Task<SentMessage> PostAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        SlackErrors.TranslateAsync(() => message.Destination switch
    {
        Destination.ToPerson person => PostToAsync(person.ExternalId, message, cancellationToken),
        Destination.ToGroup group => PostToGroupAsync(group.ExternalIds, message, cancellationToken),
        Destination.ToChannel channel => PostToChannelAsync(channel.Channel, message, cancellationToken),
        Destination.ToReply reply =>
            ReplyAsync(SlackReplyAddress.Decode(reply.Address), reply.ReplacesOriginal, message, cancellationToken),
        var other => throw new InvalidOperationException($"Unknown destination {other.GetType().Name}."),
    });

    public Task UpdateAsync(OutgoingMessage message, SentMessage sent, CancellationToken cancellationToken) =>
        SlackErrors.TranslateAsync(async () =>
    {
        var drawn = Draw(message);
        await api
            .For(message.Workspace)
            .UpdateMessageAsync(new ChatUpdateRequest(sent.Conversation, sent.Id, drawn.Text, drawn.Blocks), cancellationToken);
        return sent;
    });

    public Task DeleteAsync(OutgoingMessage message, SentMessage sent, CancellationToken cancellationToken) =>
        SlackErrors.TranslateAsync(async () =>
    {
        try
        {
            await api.For(message.Workspace).DeleteMessageAsync(new ChatDeleteRequest(sent.Conversation, sent.Id), cancellationToken);
        }
        catch (SlackApiException exception) when (exception.Error is SlackErrors.MessageNotFound)
        {
            // The message was deleted by someone else, or earlier by us without a response.
        }

        return sent;
    });

    public Task<SentMessage?> FindAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        SlackErrors.TranslateAsync(() => history.FindAsync(message, cancellationToken));

    private static SlackMessage Draw(OutgoingMessage message) =>
        BlockKitRenderer.Render(
            message.Content ?? throw new InvalidOperationException("A message without content can't be sent."),
            message.Accounts);

    private async Task<SentMessage> PostToAsync(string target, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var drawn = Draw(message);
        try
        {
            return await PostAsync(target, message, drawn, cancellationToken);
        }
        catch (SlackApiException exception) when (SlackErrors.IsTooLong(exception.Error))
        {
            // A short message is better than none.
            Log.Shortened(logger, message.Id, exception.Error);
            return await PostAsync(target, message, new SlackMessage(drawn.Text, []), cancellationToken);
        }
    }

    private async Task<SentMessage> PostToGroupAsync(
        ImmutableArray<string> users,
        OutgoingMessage message,
        CancellationToken cancellationToken) =>
        await PostToAsync(
            await conversations.GetGroupConversationAsync(message.Workspace, users, cancellationToken),
            message,
            cancellationToken);

    private async Task<SentMessage> PostAsync(
        string target,
        OutgoingMessage message,
        SlackMessage drawn,
        CancellationToken cancellationToken)
    {
        var posted = await api.For(message.Workspace).PostMessageAsync(
            new ChatPostMessageRequest
            {
                Channel = target,
                Text = drawn.Text,
                Blocks = drawn.Blocks,
                Metadata = MessageMetadata.Of(message.Id)
            }, cancellationToken);
        conversations.Learn(message.Workspace, target, posted.Channel);
        return new SentMessage(posted.Channel, posted.Ts);
    }

    private async Task<SentMessage> PostToChannelAsync(string channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await PostOrJoinAsync(channel, message, cancellationToken);
        }
        catch (SlackApiException exception) when (SlackChannelErrors.Of(channel, exception.Error) is { } trouble)
        {
            throw new PlatformException(trouble, isPermanent: true, inner: exception);
        }
    }

    private async Task<SentMessage> PostOrJoinAsync(string channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if ((await teams.AccessAsync(message.Workspace, cancellationToken)).IsOrgWide)
        {
            // The name alone might match a channel in another workspace of the enterprise.
            channel = await conversations.FindChannelAsync(message.Workspace, channel, cancellationToken)
                ?? throw new SlackApiException(SlackErrors.PostMessage, SlackErrors.ChannelNotFound, []);
        }

        try
        {
            return await PostToAsync(channel, message, cancellationToken);
        }
        catch (SlackApiException exception) when (exception.Error is SlackErrors.NotInChannel)
        {
            if (await conversations.FindChannelAsync(message.Workspace, channel, cancellationToken) is not { } id)
            {
                throw;
            }

            await api.For(message.Workspace).JoinConversationAsync(id, cancellationToken);
            return await PostToAsync(id, message, cancellationToken);
        }
    }

    private async Task<SentMessage> ReplyAsync(
        SlackReplyAddress address,
        bool replacesOriginal,
        OutgoingMessage message,
        CancellationToken cancellationToken)
    {
        var drawn = Draw(message);
        if (address.ResponseUrl is { } url
            && await responseUrls.TryPostAsync(
                url,
                new ResponseUrlMessage { Text = drawn.Text, Blocks = drawn.Blocks, ReplaceOriginal = replacesOriginal },
                cancellationToken))
        {
            return NotToBeChanged;
        }

        if (address.Channel is { } channel)
        {
            try
            {
                await api.For(message.Workspace).PostEphemeralAsync(
                    new ChatPostEphemeralRequest
                    {
                        Channel = channel,
                        User = address.User,
                        Text = drawn.Text,
                        Blocks = drawn.Blocks,
                        ThreadTs = address.Thread
                    }, cancellationToken);
                return NotToBeChanged;
            }
            catch (SlackApiException exception) when (exception.ToPlatformException().IsPermanent)
            {
                // The bot isn't in that conversation, or the person left it. Use their direct messages instead.
            }
        }

        return await PostToAsync(address.User, message, cancellationToken);
    }

    /// <summary>A message that only one person sees can't be found or changed later.</summary>
    private static SentMessage NotToBeChanged => new("", "");

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Warning,
            Message = "Message {MessageId} is too long for Slack ({Error}). Only its summary is sent")]
        public static partial void Shortened(ILogger logger, Guid messageId, string error);
    }
}
