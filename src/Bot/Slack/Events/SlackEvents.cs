using System.Text.Json;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Slack.Directory;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Events;

/// <summary>
/// Events: a sentence to the bot is carried out, everything else acknowledged. Slack delivers an event again when it hears nothing,
/// and has been seen to deliver one message under several event ids, so a message is known by its place as well.
/// </summary>
public sealed partial class SlackEvents(SlackTeam team, CommandRouter router, ReplyOutbox replies, SlackDirectoryEvents directory, ILogger<SlackEvents> logger)
{
    /// <summary>A verified body: JSON.</summary>
    public async Task<IResult> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        EventEnvelope? envelope;
        MessageEvent? message;
        DirectoryEvent? news;
        try
        {
            envelope = JsonSerializer.Deserialize(body.Span, SlackJson.Wire.EventEnvelope);
            message = envelope?.ReadMessage();
            news = envelope?.ReadDirectory();
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest();
        }

        if (envelope is { Type: "url_verification", Challenge: { } challenge })
        {
            return TypedResults.Text(challenge);
        }

        if (envelope is null)
        {
            return TypedResults.BadRequest();
        }

        if (envelope.Type != "event_callback" || (message is null && news is null))
        {
            return TypedResults.Ok();
        }

        if (await team.FindAsync(envelope.TeamId, cancellationToken) is { } workspace)
        {
            await (message is null ? directory.HandleAsync(workspace, news!, cancellationToken) : HandleAsync(workspace, envelope, message, cancellationToken));
        }
        else if (!team.Connected.IsCompleted)
        {
            // Slack delivers it again in a minute, and then we may know whose it is.
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        else
        {
            Log.OtherTeam(logger, envelope.TeamId ?? "");
        }

        return TypedResults.Ok();
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
