using System.Text;
using System.Text.Json;
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
        SlackUninstallHandler uninstalls, SlackDirectoryEventHandler directory,
    ILogger<SlackEventHandler> logger)
{
    /// <summary>Handles a verified JSON body.</summary>
    public async Task<SlackEndpointResult> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        SlackJson.TryParse(Encoding.UTF8.GetString(body.Span)) is { } json
            ? await ReceiveAsync(json, cancellationToken)
            : SlackEndpointResult.BadRequest;

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
            return SlackEndpointResult.BadRequest;
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
            return SlackEndpointResult.BadRequest;
        }

        if (envelope.Type == "event_callback" && await uninstalls.TryHandleAsync(envelope, cancellationToken))
        {
            return SlackEndpointResult.Ok;
        }

        if (envelope.Type != "event_callback" || happening is null)
        {
            return SlackEndpointResult.Ok;
        }

        if (await teams.FindAsync(
            envelope.ContextTeamId ?? envelope.TeamId,
            envelope.ContextEnterpriseId ?? envelope.EnterpriseId,
            cancellationToken) is { } workspace)
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

        var address = new SlackReplyAddress
        {
            User = message.User!,
            Channel = message.ChannelType == "im" ? null : message.Channel,
            Thread = message.ThreadTs
        };
        var isStranger = envelope.IsExtSharedChannel
            && (message.UserTeam ?? message.SourceTeam ?? message.Team) is { } team
            && team != workspace.ExternalId;
        var reply = await pipeline.HandleAsync(
            new ChatRequest
            {
                Workspace = workspace,
                Sender = new ChatSender(message.User!, Name: null, isStranger),
                Input = new ChatInput.Message(words),
                DeliveryKeys = [$"message:{message.Channel}:{message.Ts}", .. KeysOf(envelope)],
                ReplyAddress = address.Encode(),
            },
            cancellationToken);
        if (reply is ChatReply.OpenForm open)
        {
            // A message has no trigger, and Slack opens modals only with one.
            await replies.AddAsync(workspace, address, SlackFormOpener.FallbackFor(open.Form), cancellationToken);
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
