using System.Text.Json;

namespace RelateBot.Bot.Teams.Sending;

/// <summary>Where the answer to an activity goes.</summary>
public sealed record TeamsReplyAddress
{
    /// <summary>The conversation and its thread, if any.</summary>
    public required string Conversation { get; init; }

    /// <summary>The Entra id of the person who gets the answer.</summary>
    public required string Person { get; init; }

    /// <summary>The same person's Teams id for this bot, <c>29:…</c>.</summary>
    public required string Account { get; init; }

    /// <summary>The address of the conversation's connector.</summary>
    public required string ServiceUrl { get; init; }

    /// <summary>True when other people are in the conversation. Only this person sees the answer then.</summary>
    public bool IsShared { get; init; }

    /// <summary>The message whose card was used, if any. An answer may replace it.</summary>
    public string? Card { get; init; }

    /// <summary>True when the answer always replaces the card, because its form was submitted.</summary>
    public bool CardIsDone { get; init; }

    /// <summary>Encodes the address for the outbox.</summary>
    public string Encode() => JsonSerializer.Serialize(this, TeamsJson.Wire.TeamsReplyAddress);

    /// <summary>Decodes an address from the outbox.</summary>
    public static TeamsReplyAddress Decode(string encoded) =>
        JsonSerializer.Deserialize(encoded, TeamsJson.Wire.TeamsReplyAddress) ?? throw new JsonException("No reply address.");
}
