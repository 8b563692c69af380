using System.Collections.Immutable;
using RelateBot.Bot.Slack.BlockKit;

namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/chat.postMessage</summary>
public sealed record ChatPostMessageRequest
{
    /// <summary>A conversation id, a public channel's name, or a user id for a direct message.</summary>
    public required string Channel { get; init; }

    public required string Text { get; init; }

    public required ImmutableArray<Block> Blocks { get; init; }

    public MessageMetadata? Metadata { get; init; }

    public bool UnfurlLinks { get; init; }

    public bool UnfurlMedia { get; init; }
}

public sealed record ChatPostMessageResponse : SlackResponse
{
    public string Channel { get; init; } = "";

    public string Ts { get; init; } = "";
}

/// <summary>https://docs.slack.dev/reference/methods/chat.postEphemeral</summary>
public sealed record ChatPostEphemeralRequest
{
    public required string Channel { get; init; }

    public required string User { get; init; }

    public required string Text { get; init; }

    public required ImmutableArray<Block> Blocks { get; init; }

    public string? ThreadTs { get; init; }
}

/// <summary>https://docs.slack.dev/reference/methods/chat.update. The metadata stays unchanged.</summary>
public sealed record ChatUpdateRequest(string Channel, string Ts, string Text, ImmutableArray<Block> Blocks);

/// <summary>https://docs.slack.dev/reference/methods/chat.delete</summary>
public sealed record ChatDeleteRequest(string Channel, string Ts);

/// <summary>https://docs.slack.dev/reference/methods/chat.getPermalink</summary>
public sealed record ChatGetPermalinkResponse : SlackResponse
{
    public string? Permalink { get; init; }
}

/// <summary>Stored with a message and returned by its history: https://docs.slack.dev/messaging/message-metadata</summary>
public sealed record MessageMetadata(string EventType, MessageMetadata.Payload EventPayload)
{
    private const string Ours = "relatebot_message";

    /// <summary>Metadata that identifies the message later.</summary>
    public static MessageMetadata Of(Guid id) => new(Ours, new Payload(id.ToString("N")));

    /// <summary>The outbox id of the message. Null in other apps' payloads.</summary>
    public sealed record Payload(string? Id);
}
