using System.Collections.Immutable;
using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>One version of a message. An edit creates another. https://docs.slack.dev/reference/events/message</summary>
public sealed record SlackMessage
{
    public required string ChannelId { get; init; }

    public required string Ts { get; init; }

    public required string UserId { get; init; }

    /// <summary>Null when a person wrote it.</summary>
    public string? BotId { get; init; }

    public string Text { get; init; } = "";

    /// <summary>The stored blocks, each with a block_id. Undefined when there are none.</summary>
    public JsonElement Blocks { get; init; }

    public JsonElement Attachments { get; init; }

    public JsonElement Metadata { get; init; }

    public string? ThreadTs { get; init; }

    public string? Username { get; init; }

    public string? EditedTs { get; init; }

    public bool Deleted { get; init; }

    /// <summary>The only person who sees it. Null for an ordinary message.</summary>
    public string? EphemeralTo { get; init; }

    public ImmutableArray<SlackReaction> Reactions { get; init; } = [];

    /// <summary>All visible text of the message and its blocks, for assertions about content only.</summary>
    public string Everything => Blocks.ValueKind is JsonValueKind.Undefined ? Text : Text + "\n" + string.Join('\n', TextsIn(Blocks));

    private static IEnumerable<string> TextsIn(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.Object => node.EnumerateObject().SelectMany(p => p.Name is "text" && p.Value.ValueKind is JsonValueKind.String
            ? [p.Value.GetString()!]
            : TextsIn(p.Value)),
        _ => [],
    };
}

public sealed record SlackReaction(string Name, string UserId);
