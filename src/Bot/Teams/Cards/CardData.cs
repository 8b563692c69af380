using System.Collections.Immutable;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>
/// The data of a button, which identify it when it is used. Clients can see and change them, so they are validated again.
/// </summary>
public sealed record CardData(CardData.Of Relatebot)
{
    /// <summary>
    /// A button has <see cref="Action"/> and <see cref="Value"/>; a form's button has <see cref="Form"/>, <see cref="State"/> and inputs.
    /// </summary>
    public sealed record Of
    {
        public string? Action { get; init; }

        public string? Value { get; init; }

        /// <summary>True when a client only requests the card's view for its user.</summary>
        public bool? IsView { get; init; }

        public string? Form { get; init; }

        /// <summary>For a form: identifies this copy of it, so that a second submission is recognised.</summary>
        public string? Once { get; init; }

        public string? State { get; init; }

        /// <summary>For a form: the button that opens it again after errors.</summary>
        public Again? OpenedBy { get; init; }

        /// <summary>The names of the people inputs.</summary>
        public ImmutableArray<string>? People { get; init; }

        /// <summary>The names of all inputs whose value is a comma-separated list.</summary>
        public ImmutableArray<string>? Lists { get; init; }
    }

    /// <summary>Creates the data of a button.</summary>
    public sealed record Again(string Action, string Value);
}
