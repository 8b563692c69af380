using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>The bot's acknowledgement of an envelope.</summary>
public sealed record SlackSocketAcknowledgement(string EnvelopeId, JsonElement Payload);
