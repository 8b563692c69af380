using System.Text.Json;

namespace RelateBot.Bot.Slack.Sockets;

/// <summary>An envelope was taken care of; without it Slack delivers an event again, and tells a person that their command failed.</summary>
public sealed record SocketAcknowledgement(string EnvelopeId, JsonElement? Payload);
