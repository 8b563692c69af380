using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>What the bot acknowledged an envelope with.</summary>
public sealed record SlackSocketAcknowledgement(string EnvelopeId, JsonElement Payload);
