using System.Text.Json;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Connector;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>
/// A tapped button: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#adaptivecardaction-invoke-activity
/// </summary>
public sealed record AdaptiveCardInvokeValue(AdaptiveCardInvokeValue.ActionOf? Action)
{
    /// <summary>The button.</summary>
    /// <param name="Verb">Identifies the button or form.</param>
    /// <param name="Data">The button's data and the inputs.</param>
    public sealed record ActionOf(string? Verb, JsonElement? Data);
}

/// <summary>
/// The response to a button: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
/// </summary>
public sealed record AdaptiveCardInvokeResponse
{
    private AdaptiveCardInvokeResponse()
    {
    }

    public int StatusCode { get; private init; } = StatusCodes.Status200OK;

    public required string Type { get; init; }

    /// <summary>A card, a sentence or an error, depending on <see cref="Type"/>.</summary>
    public required JsonElement Value { get; init; }

    /// <summary>Replaces the card for the person who tapped.</summary>
    public static AdaptiveCardInvokeResponse Of(AdaptiveCard card) =>
        new() { Type = Attachment.AdaptiveCardType, Value = JsonSerializer.SerializeToElement(card, TeamsJson.Wire.AdaptiveCard) };

    /// <summary>Shows a sentence below the card to the person who tapped.</summary>
    public static AdaptiveCardInvokeResponse Of(string sentence) =>
        new()
        {
            Type = "application/vnd.microsoft.activity.message",
            Value = JsonSerializer.SerializeToElement(sentence, TeamsJson.Wire.String)
        };

    /// <summary>Reports an error.</summary>
    public static AdaptiveCardInvokeResponse Error(int status, string code, string sentence) => new()
    {
        StatusCode = status,
        Type = "application/vnd.microsoft.error",
        Value = JsonSerializer
            .SerializeToElement(new ErrorResponse(new ErrorResponse.ErrorOf(code, sentence)), TeamsJson.Wire.ErrorResponse)
            .GetProperty("error"),
    };
}
