using System.Text;
using System.Text.Json;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Directory;
using RelateBot.Bot.Slack.Forms;
using RelateBot.Bot.Slack.Install;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Events;

/// <summary>
/// Handles events: runs sentences addressed to the bot and acknowledges everything else. Slack repeats unacknowledged events and sometimes
/// delivers one message under several event ids, so messages are also recognised by channel and timestamp.
/// </summary>
public sealed partial class SlackEventHandler(
    ISlackTeams teams, RequestPipeline pipeline, SlackReactionHandler reactions, SlackHomePublisher homes, ReplyOutbox replies,
        SlackUninstallHandler uninstalls, SlackDirectoryEventHandler directory, SlackMembershipReader membership,
    UnreadRequestLog unread, ILogger<SlackEventHandler> logger)
{
    /// <summary>Handles a verified JSON body.</summary>
    public async Task<SlackEndpointResult> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        SlackJson.TryParse(Encoding.UTF8.GetString(body.Span)) is { } json
            ? await ReceiveAsync(json, cancellationToken)
            : Unread(json: default, "the body");

    /// <summary>Handles the same JSON from a socket.</summary>
    public async Task<SlackEndpointResult> ReceiveAsync(JsonElement json, CancellationToken cancellationToken)
    {
        EventEnvelope? envelope;
        object? happening;
        try
        {
            envelope = json.Deserialize(SlackJson.Requests.EventEnvelope);
            happening = envelope?.Read();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Unread(json, (exception as JsonException)?.Path ?? "a value");
        }

        if (envelope is { Type: "url_verification", Challenge: { } challenge })
        {
            return SlackEndpointResult.Of(challenge);
        }

        if (envelope is null
            || !SlackId.AreValid(
                envelope.EventId,
                envelope.TeamId,
                envelope.ContextTeamId,
                envelope.EnterpriseId,
                envelope.ContextEnterpriseId))
        {
            return Unread(json, "an id");
        }

        if (envelope.Type == "event_callback" && await uninstalls.TryHandleAsync(envelope, cancellationToken))
        {
            return SlackEndpointResult.Ok;
        }

        if (envelope.Type != "event_callback" || happening is null)
        {
            return SlackEndpointResult.Ok;
        }

        return await HandleAsync(envelope, happening, cancellationToken);
    }

    private async Task<SlackEndpointResult> HandleAsync(EventEnvelope envelope, object happening, CancellationToken cancellationToken)
    {
        if (await FindWorkspaceAsync(envelope, cancellationToken) is { } workspace)
        {
            return await HandleAsync(workspace, envelope, happening, cancellationToken);
        }
        else if (!teams.IsReady)
        {
            // Slack will deliver it again in a minute. The team may be known by then.
            return SlackEndpointResult.RetryLater;
        }
        else
        {
            Log.OtherTeam(logger, envelope.TeamId ?? "");
        }

        return SlackEndpointResult.Ok;
    }

    private async Task<SlackEndpointResult> HandleAsync(
        Workspace workspace,
        EventEnvelope envelope,
        object happening,
        CancellationToken cancellationToken)
    {
        try
        {
            await (happening switch
            {
                MessageEvent message => HandleAsync(workspace, envelope, message, cancellationToken),
                ReactionEvent reaction => reactions.HandleAsync(workspace, envelope, reaction, cancellationToken),
                DirectoryEvent news => directory.HandleAsync(workspace, news, cancellationToken),
                AppHomeOpenedEvent opened => HandleAsync(workspace, envelope, opened, cancellationToken),
                _ => Task.CompletedTask,
            });
            return SlackEndpointResult.Ok;
        }
        catch (PlatformException exception)
        {
            // Nothing is stored yet. Slack will deliver it again in a minute.
            Log.Later(logger, exception.Message);
            return SlackEndpointResult.RetryLater;
        }
    }

    private async Task HandleAsync(Workspace workspace, EventEnvelope envelope, MessageEvent message, CancellationToken cancellationToken)
    {
        if (message.User == workspace.BotExternalId || BotMessageParser.Read(message, workspace.BotExternalId) is not { } words)
        {
            return;
        }

        var isDirect = message.ChannelType == MessageEvent.DirectMessages;
        var address = new SlackReplyAddress
        {
            User = message.User!,
            Channel = isDirect ? null : message.Channel,
            DirectMessages = isDirect ? message.Channel : null,
            Thread = message.ThreadTs
        };
        var isStranger = envelope.IsExtSharedChannel && await membership.IsStrangerAsync(
            workspace,
            envelope.Enterprise,
            message.User!,
            message.UserTeam ?? message.SourceTeam ?? message.Team,
            cancellationToken);
        var reply = await pipeline.HandleAsync(
            new ChatRequest
            {
                Workspace = workspace,
                Sender = new ChatSender(message.User!, Name: null, isStranger),
                Input = new ChatInput.Message(words) { IsDirect = isDirect },
                DeliveryKeys = [$"message:{message.Channel}:{message.Ts}", .. KeysOf(envelope)],
                ReplyAddress = address.Encode(),
            },
            cancellationToken);
        if (reply is ChatReply.OpenForm open)
        {
            // A message has no trigger, and Slack opens modals only with one.
            await replies.AddAsync(workspace, address.Encode(), SlackFormOpener.FallbackFor(open.Form), cancellationToken);
        }
    }

    private async Task HandleAsync(
        Workspace workspace,
        EventEnvelope envelope,
        AppHomeOpenedEvent opened,
        CancellationToken cancellationToken)
    {
        var request = new ChatRequest
        {
            Workspace = workspace,
            Sender = new ChatSender(opened.User!, Name: null),
            Input = new ChatInput.Home(),
            DeliveryKeys = [.. KeysOf(envelope)]
        };
        if (await pipeline.HandleAsync(request, cancellationToken) is ChatReply.ShowHome shown)
        {
            await homes.ShowAsync(workspace, opened.User!, shown, cancellationToken);
        }
    }

    /// <summary>
    /// Finds the envelope's workspace. If the envelope names only the enterprise, the event itself may name a workspace. Users and channels
    /// may come from elsewhere, so only a workspace that is known to belong to the enterprise counts.
    /// </summary>
    private async ValueTask<Workspace?> FindWorkspaceAsync(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (envelope.Team is { } team)
        {
            return await teams.FindAsync(team, envelope.Enterprise, cancellationToken);
        }

        foreach (var candidate in envelope.TeamsWithin)
        {
            if (await teams.FindAsync(candidate, enterpriseId: null, cancellationToken) is { } workspace
                && (await teams.AccessAsync(workspace, cancellationToken)).EnterpriseId == envelope.Enterprise)
            {
                return workspace;
            }
        }

        return null;
    }

    private SlackEndpointResult Unread(JsonElement json, string where)
    {
        unread.Add("event", EventEnvelope.TextOf(json, "event", "type") ?? EventEnvelope.TextOf(json, "type"), where);
        return SlackEndpointResult.Ok;
    }

    private static IEnumerable<string> KeysOf(EventEnvelope envelope) => envelope.EventId is { } id ? [$"event:{id}"] : [];

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Warning,
            Message = "Ignored an event of the Slack team {TeamId}, which is not served here")]
        public static partial void OtherTeam(ILogger logger, string teamId);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Asked Slack to deliver an event again: {Reason}")]
        public static partial void Later(ILogger logger, string reason);
    }
}
