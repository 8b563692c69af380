using System.Text;
using System.Text.Json;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Slack.Directory;
using RelateBot.Bot.Slack.Install;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Events;

/// <summary>
/// Events: a sentence to the bot is carried out, everything else acknowledged. Slack delivers an event again when it hears nothing,
/// and has been seen to deliver one message under several event ids, so a message is known by its place as well.
/// </summary>
public sealed partial class SlackEvents(
    ISlackTeams teams, CommandRouter router, ReplyOutbox replies, SlackUninstalls uninstalls, SlackDirectoryEvents directory, ILogger<SlackEvents> logger)
{
    /// <summary>A verified body: JSON.</summary>
    public async Task<SlackAnswer> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        SlackJson.TryParse(Encoding.UTF8.GetString(body.Span)) is { } json ? await ReceiveAsync(json, cancellationToken) : SlackAnswer.BadRequest;

    /// <summary>The same JSON by a socket.</summary>
    public async Task<SlackAnswer> ReceiveAsync(JsonElement json, CancellationToken cancellationToken)
    {
        EventEnvelope? envelope;
        MessageEvent? message;
        DirectoryEvent? news;
        try
        {
            envelope = json.Deserialize(SlackJson.Wire.EventEnvelope);
            message = envelope?.ReadMessage();
            news = envelope?.ReadDirectory();
        }
        catch (JsonException)
        {
            return SlackAnswer.BadRequest;
        }

        if (envelope is { Type: "url_verification", Challenge: { } challenge })
        {
            return SlackAnswer.Of(challenge);
        }

        if (envelope is null)
        {
            return SlackAnswer.BadRequest;
        }

        if (envelope.Type == "event_callback" && await uninstalls.TryHandleAsync(envelope, cancellationToken))
        {
            return SlackAnswer.Ok;
        }

        if (envelope.Type != "event_callback" || (message is null && news is null))
        {
            return SlackAnswer.Ok;
        }

        if (await teams.FindAsync(envelope.ContextTeamId ?? envelope.TeamId, envelope.ContextEnterpriseId ?? envelope.EnterpriseId, cancellationToken) is { } workspace)
        {
            await (message is null ? directory.HandleAsync(workspace, news!, cancellationToken) : HandleAsync(workspace, envelope, message, cancellationToken));
        }
        else if (!teams.IsReady)
        {
            // Slack delivers it again in a minute, and then we may know whose it is.
            return SlackAnswer.Later;
        }
        else
        {
            Log.OtherTeam(logger, envelope.TeamId ?? "");
        }

        return SlackAnswer.Ok;
    }

    private async Task HandleAsync(Workspace workspace, EventEnvelope envelope, MessageEvent message, CancellationToken cancellationToken)
    {
        if (message.User == workspace.BotExternalId)
        {
            return;
        }

        var text = SlackText.ReadAddressedTo(workspace.BotExternalId, message.Text);
        var address = new SlackReplyAddress { User = message.User!, Channel = message.ChannelType == "im" ? null : message.Channel, Thread = message.ThreadTs };
        var reply = await router.HandleAsync(
            new ChatRequest
            {
                Workspace = workspace,
                Sender = new ChatSender(message.User!, Name: null),
                Input = new ChatInput.Message(text),
                DeliveryKeys = [$"message:{message.Channel}:{message.Ts}", .. envelope.EventId is { } id ? [$"event:{id}"] : Array.Empty<string>()],
                ReplyAddress = address.Encode(),
            },
            cancellationToken);
        if (reply is ChatReply.OpenForm open)
        {
            // A message brings no trigger, and Slack opens a modal for nothing less.
            await replies.AddAsync(workspace, address, SlackForms.Instead(open.Form), cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Ignored an event of the Slack team {TeamId}, which is not served here")]
        public static partial void OtherTeam(ILogger logger, string teamId);
    }
}
