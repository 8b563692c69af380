using System.Text.Json;

namespace RelateBot.Bot.Slack.Sockets;

/// <summary>A message from Slack through a socket: https://docs.slack.dev/apis/events-api/using-socket-mode#events</summary>
public sealed record SocketEnvelope
{
    /// <summary>
    /// <c>hello</c>, <c>disconnect</c>, or the payload's kind: <c>slash_commands</c>, <c>interactive</c>, <c>events_api</c>.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>The id to acknowledge. Missing in hello and disconnect.</summary>
    public string? EnvelopeId { get; init; }

    public JsonElement Payload { get; init; }

    public bool AcceptsResponsePayload { get; init; }

    /// <summary>
    /// The reason of a disconnect: <c>warning</c>, <c>refresh_requested</c>, <c>link_disabled</c>, <c>too_many_websockets</c>.
    /// </summary>
    public string? Reason { get; init; }
}

/// <summary>Acknowledges an envelope. Without it Slack delivers an event again, and tells a person that their command failed.</summary>
public sealed record SocketAcknowledgement(string EnvelopeId, JsonElement? Payload);
