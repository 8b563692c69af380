using System.Text.Json;

namespace RelateBot.Bot.Slack.Sending;

/// <summary>Where the answer to a request goes. The first address that works is used.</summary>
public sealed record SlackReplyAddress
{
    /// <summary>The person who gets the answer. Their direct messages are the last choice.</summary>
    public required string User { get; init; }

    /// <summary>The response_url of the request.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>The conversation in which only this person sees the answer.</summary>
    public string? Channel { get; init; }

    /// <summary>The thread, if any.</summary>
    public string? Thread { get; init; }

    /// <summary>Encodes the address for the outbox.</summary>
    public string Encode() => JsonSerializer.Serialize(this, SlackJson.Wire.SlackReplyAddress);

    /// <summary>Decodes an address from the outbox.</summary>
    public static SlackReplyAddress Decode(string encoded) =>
        JsonSerializer.Deserialize(encoded, SlackJson.Wire.SlackReplyAddress) ?? throw new JsonException("No reply address.");
}
