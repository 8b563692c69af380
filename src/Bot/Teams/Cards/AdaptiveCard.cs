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

    /// <summary>The newest version that every Teams client supports.</summary>
    public string Version { get; } = "1.5";

    /// <summary>The text shown where the card can't be displayed.</summary>
    public required string FallbackText { get; init; }

    /// <summary>The text that a screen reader reads for the card.</summary>
    public string? Speak { get; init; }

    /// <summary>Who gets their own view of the card, and how clients request it.</summary>
    public RefreshOf? Refresh { get; init; }

    public required ImmutableArray<CardElement> Body { get; init; }

    public ImmutableArray<CardAction>? Actions { get; init; }

    public MsTeamsOf? Msteams { get; init; }

    /// <summary>
    /// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views
    /// </summary>
    public sealed record RefreshOf(CardAction Action, ImmutableArray<string> UserIds);

    /// <summary>
    /// Properties that only Teams uses: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
    /// </summary>
    public sealed record MsTeamsOf
    {
        public string? Width { get; init; }

        /// <summary>The people mentioned in the card.</summary>
        public ImmutableArray<Entity>? Entities { get; init; }
    }
}
