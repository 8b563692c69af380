using System.Collections.Immutable;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>
/// What a button carries, so that the bot knows it again. Seen by clients, so what it says is checked again when it comes back.
/// </summary>
public sealed record CardData(CardData.Of Relatebot)
{
    /// <summary>
    /// Of a button <see cref="Action"/> and <see cref="Value"/>; of a form's own <see cref="Form"/>, <see cref="State"/> and inputs.
    /// </summary>
    public sealed record Of
    {
        public string? Action { get; init; }

        public string? Value { get; init; }

        /// <summary>True when it only asks how the card looks to somebody.</summary>
        public bool? IsView { get; init; }

        public string? Form { get; init; }

        /// <summary>Of a form: which drawing of it, so that one that is sent twice is known.</summary>
        public string? Once { get; init; }

        public string? State { get; init; }

        /// <summary>Of a form: the button that opens it again, when it came back with faults.</summary>
        public Again? OpenedBy { get; init; }

        /// <summary>The inputs whose answer is people.</summary>
        public ImmutableArray<string>? People { get; init; }

        /// <summary>All inputs whose answer is a list with commas.</summary>
        public ImmutableArray<string>? Lists { get; init; }
    }

    /// <summary>A button, by what it carries.</summary>
    public sealed record Again(string Action, string Value);
}
