using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>https://adaptivecards.io/explorer/AdaptiveCard.html</summary>
public sealed record AdaptiveCard
{
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    /// <summary>The newest that Teams shows everywhere.</summary>
    public string Version { get; } = "1.5";

    /// <summary>What is said where the card cannot be shown.</summary>
    public required string FallbackText { get; init; }

    /// <summary>What a screen reader says of the card.</summary>
    public string? Speak { get; init; }

    /// <summary>For whom it looks different, and how to ask for that.</summary>
    public RefreshOf? Refresh { get; init; }

    public required ImmutableArray<CardElement> Body { get; init; }

    public ImmutableArray<CardAction>? Actions { get; init; }

    public MsTeamsOf? Msteams { get; init; }

    /// <summary>
    /// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views
    /// </summary>
    public sealed record RefreshOf(CardAction Action, ImmutableArray<string> UserIds);

    /// <summary>
    /// What only Teams knows of: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
    /// </summary>
    public sealed record MsTeamsOf
    {
        public string? Width { get; init; }

        /// <summary>Whom the card mentions.</summary>
        public ImmutableArray<Entity>? Entities { get; init; }
    }
}
