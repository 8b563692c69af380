using System.Collections.Immutable;
using RelateBot.Bot.Slack.BlockKit;

namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/chat.postMessage</summary>
public sealed record ChatPostMessageRequest
{
    /// <summary>A conversation's id, a public channel's name, or a user's id for the direct messages with them.</summary>
    public required string Channel { get; init; }

    public required string Text { get; init; }

    public required ImmutableArray<Block> Blocks { get; init; }

    public MessageMetadata? Metadata { get; init; }

    public bool UnfurlLinks { get; init; }

    public bool UnfurlMedia { get; init; }
}
