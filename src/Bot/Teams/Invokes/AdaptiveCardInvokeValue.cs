using System.Text.Json;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>A button that was tapped: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#adaptivecardaction-invoke-activity</summary>
public sealed record AdaptiveCardInvokeValue(AdaptiveCardInvokeValue.ActionOf? Action)
{
    /// <summary>The button.</summary>
    /// <param name="Verb">Which button or form.</param>
    /// <param name="Data">What it carries, and the inputs beside that.</param>
    public sealed record ActionOf(string? Verb, JsonElement? Data);
}
