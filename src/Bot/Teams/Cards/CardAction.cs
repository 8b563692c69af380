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

    /// <summary>none: the inputs are neither checked nor sent.</summary>
    public string? AssociatedInputs { get; init; }

    /// <summary>
    /// Comes back as an invoke, with the inputs beside <see cref="CardData.Relatebot"/>:
    /// https://adaptivecards.io/explorer/Action.Execute.html
    /// </summary>
    public sealed record Execute : CardAction
    {
        /// <summary>Which button or form it is.</summary>
        public required string Verb { get; init; }
    }

    /// <summary>The same in a dialog, which knows no other: https://adaptivecards.io/explorer/Action.Submit.html</summary>
    public sealed record Submit : CardAction;
}
