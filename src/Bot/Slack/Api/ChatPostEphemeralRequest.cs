using System.Collections.Immutable;
using RelateBot.Bot.Slack.BlockKit;

namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/chat.postEphemeral</summary>
public sealed record ChatPostEphemeralRequest
{
    public required string Channel { get; init; }

    public required string User { get; init; }

    public required string Text { get; init; }

    public required ImmutableArray<Block> Blocks { get; init; }

    public string? ThreadTs { get; init; }
}
