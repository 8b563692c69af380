using System.Text.Json.Serialization;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>A button: https://adaptivecards.io/explorer/Action.Submit.html</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Submit), "Action.Submit")]
public abstract record CardAction
{
    private CardAction()
    {
    }

    public required string Title { get; init; }

    /// <summary>positive or destructive.</summary>
    public string? Style { get; init; }

    /// <summary>Comes back as a message, with the inputs beside <see cref="CardData.Relatebot"/>.</summary>
    public sealed record Submit : CardAction
    {
        public required CardData Data { get; init; }

        /// <summary>none: the inputs are neither checked nor sent.</summary>
        public string? AssociatedInputs { get; init; }
    }
}
