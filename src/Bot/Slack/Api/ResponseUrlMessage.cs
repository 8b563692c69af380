using System.Collections.Immutable;
using RelateBot.Bot.Slack.BlockKit;

namespace RelateBot.Bot.Slack.Api;

/// <summary>
/// A message in answer to a command or a tap, in the HTTP response or by the response_url:
/// https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
/// </summary>
public sealed record ResponseUrlMessage
{
    public string ResponseType { get; } = "ephemeral";

    public required string Text { get; init; }

    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>Null in a command's own response, which has nothing to replace.</summary>
    public bool? ReplaceOriginal { get; init; }
}
