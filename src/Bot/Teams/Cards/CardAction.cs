using System.Text.Json.Serialization;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>A button: https://adaptivecards.io/explorer/AdaptiveCard.html</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Execute), "Action.Execute")]
[JsonDerivedType(typeof(Submit), "Action.Submit")]
public abstract record CardAction
{
    private CardAction()
    {
    }

    public required string Title { get; init; }

    /// <summary>positive or destructive.</summary>
    public string? Style { get; init; }

    public required CardData Data { get; init; }

    /// <summary>none: the inputs are neither validated nor sent.</summary>
    public string? AssociatedInputs { get; init; }

    /// <summary>
    /// Sent back as an invoke, with the inputs next to <see cref="CardData.Relatebot"/>:
    /// https://adaptivecards.io/explorer/Action.Execute.html
    /// </summary>
    public sealed record Execute : CardAction
    {
        /// <summary>Identifies the button or form.</summary>
        public required string Verb { get; init; }
    }

    /// <summary>The equivalent in a dialog, which supports only this kind: https://adaptivecards.io/explorer/Action.Submit.html</summary>
    public sealed record Submit : CardAction;
}
