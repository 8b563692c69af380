using System.Text.Json;
using RelateBot.Bot.Teams.Cards;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>A card on a message, or the HTML of what somebody wrote: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference#adaptive-card</summary>
public sealed record Attachment(string ContentType, JsonElement? Content)
{
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    public static Attachment Of(AdaptiveCard card) => new(AdaptiveCardType, JsonSerializer.SerializeToElement(card, TeamsJson.Wire.AdaptiveCard));
}
