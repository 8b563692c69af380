using RelateBot.Bot.Slack.Commands;
using RelateBot.Bot.Slack.Events;
using RelateBot.Bot.Slack.Interactions;
using RelateBot.Bot.Slack.Sending;

namespace RelateBot.Bot.Slack.Sockets;

/// <summary>Passes requests from a socket to the same handlers as requests over HTTP.</summary>
public sealed partial class SocketEnvelopeDispatcher(
    SlashCommandHandler commands,
    SlackInteractionHandler interactions,
    SlackEventHandler events,
    ILogger<SocketEnvelopeDispatcher> logger)
{
    /// <summary>
    /// Returns the acknowledgement, or null when the envelope must not be acknowledged. Acknowledged requests are committed; Slack delivers
    /// the others again or tells the person.
    /// </summary>
    public async Task<SocketAcknowledgement?> HandleAsync(SocketEnvelope envelope, CancellationToken cancellationToken)
    {
        if (envelope.EnvelopeId is not { } id)
        {
            return null;
        }

        try
        {
            var answer = await (envelope.Type switch
            {
                "slash_commands" => commands.ReceiveAsync(envelope.Payload, cancellationToken),
                "interactive" => interactions.ReceiveAsync(envelope.Payload, cancellationToken),
                "events_api" => events.ReceiveAsync(envelope.Payload, cancellationToken),
                _ => Task.FromResult(SlackEndpointResult.Ok),
            });
            return answer == SlackEndpointResult.RetryLater
                ? null
                : new SocketAcknowledgement(id, envelope.AcceptsResponsePayload ? answer.Payload : null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.Failed(logger, envelope.Type, exception);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Error,
            Message = "A request through a socket ({Type}) failed and isn't acknowledged")]
        public static partial void Failed(ILogger logger, string type, Exception exception);
    }
}
