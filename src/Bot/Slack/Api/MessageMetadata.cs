namespace RelateBot.Bot.Slack.Api;

/// <summary>Kept with a message and told again by its history: https://docs.slack.dev/messaging/message-metadata</summary>
public sealed record MessageMetadata(string EventType, MessageMetadata.Payload EventPayload)
{
    private const string Ours = "relatebot_message";

    /// <summary>The mark by which a message is found again.</summary>
    public static MessageMetadata Of(Guid id) => new(Ours, new Payload(id.ToString("N")));

    /// <summary>The outbox's id of the message; other apps' payloads may have none.</summary>
    public sealed record Payload(string? Id);
}
