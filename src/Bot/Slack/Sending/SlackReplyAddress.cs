using System.Text.Json;

namespace RelateBot.Bot.Slack.Sending;

/// <summary>Where the answer to a request goes: the first of these ways that is open.</summary>
public sealed record SlackReplyAddress
{
    /// <summary>Who is answered; their direct messages are the last resort.</summary>
    public required string User { get; init; }

    /// <summary>The address that came with a tap.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>The conversation in which only they see the answer.</summary>
    public string? Channel { get; init; }

    /// <summary>The direct messages in which they wrote; the answer is a message like any other there.</summary>
    public string? DirectMessages { get; init; }

    /// <summary>The thread in either, if any.</summary>
    public string? Thread { get; init; }

    /// <summary>As the outbox keeps it.</summary>
    public string Encode() => JsonSerializer.Serialize(this, SlackJson.Wire.SlackReplyAddress);

    /// <summary>Out of the outbox again.</summary>
    public static SlackReplyAddress Decode(string encoded) =>
        JsonSerializer.Deserialize(encoded, SlackJson.Wire.SlackReplyAddress) ?? throw new JsonException("No reply address.");
}
