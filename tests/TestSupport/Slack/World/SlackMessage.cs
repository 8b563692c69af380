using System.Collections.Immutable;
using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>One version of a message; an edit makes a new one. https://docs.slack.dev/reference/events/message</summary>
public sealed record SlackMessage
{
    public required string ChannelId { get; init; }

    public required string Ts { get; init; }

    public required string UserId { get; init; }

    /// <summary>Null when a person wrote it.</summary>
    public string? BotId { get; init; }

    public string Text { get; init; } = "";

    /// <summary>As stored, every block with a block_id; undefined when there are none.</summary>
    public JsonElement Blocks { get; init; }

    public JsonElement Attachments { get; init; }

    public JsonElement Metadata { get; init; }

    public string? ThreadTs { get; init; }

    public string? Username { get; init; }

    public string? EditedTs { get; init; }

    public bool Deleted { get; init; }

    /// <summary>The one person who sees it; null for an ordinary message.</summary>
    public string? EphemeralTo { get; init; }

    public ImmutableArray<SlackReaction> Reactions { get; init; } = [];

    /// <summary>All that a reader sees: text and blocks, for assertions that do not care where a word stands.</summary>
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
