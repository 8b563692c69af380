using System.Text.Json;

namespace RelateBot.Bot.Teams.Sending;

/// <summary>Where the answer to an activity goes.</summary>
public sealed record TeamsReplyAddress
{
    /// <summary>The conversation, with the thread in it if any.</summary>
    public required string Conversation { get; init; }

    /// <summary>Who is answered: their Entra id.</summary>
    public required string Person { get; init; }

    /// <summary>The same person as Teams names them to this bot, <c>29:…</c>.</summary>
    public required string Account { get; init; }

    /// <summary>Where the connector of the conversation is.</summary>
    public required string ServiceUrl { get; init; }

    /// <summary>True where others read along; the answer is then for this person's eyes alone.</summary>
    public bool IsShared { get; init; }

    /// <summary>The message whose card was used, if any: an answer may take its place.</summary>
    public string? Card { get; init; }

    /// <summary>True when the answer takes the card's place whatever the feature says: a form that was sent is done with.</summary>
    public bool CardIsDone { get; init; }

    /// <summary>As the outbox keeps it.</summary>
    public string Encode() => JsonSerializer.Serialize(this, TeamsJson.Wire.TeamsReplyAddress);

    /// <summary>Out of the outbox again.</summary>
    public static TeamsReplyAddress Decode(string encoded) =>
        JsonSerializer.Deserialize(encoded, TeamsJson.Wire.TeamsReplyAddress) ?? throw new JsonException("No reply address.");
}
