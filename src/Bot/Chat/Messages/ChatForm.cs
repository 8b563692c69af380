using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>
/// A form in no platform's words: a modal, a card or a dialog, as the platform has it. It comes back as <see cref="ChatInput.Form"/>.
/// </summary>
public sealed record ChatForm
{
    /// <summary>Which form, for example <c>thanks.give</c>.</summary>
    public required string Form { get; init; }

    /// <summary>Heading; at most 24 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Words on the button that sends it; at most 24 characters.</summary>
    public required string Submit { get; init; }

    /// <summary>
    /// What the form needs to know when it comes back; at most 1,000 characters. Seen by clients, so it is checked again.
    /// </summary>
    public string State { get; init; } = "";

    /// <summary>
    /// How to say the same without the form, for a place or a moment where none can be opened; null when there is no other way.
    /// </summary>
    public string? InOneLine { get; init; }

    /// <summary>A button that opens it again, where a button can do what a sentence cannot.</summary>
    public ChatButton? OpenedBy { get; init; }

    /// <summary>The inputs, from top to bottom.</summary>
    public required ImmutableArray<ChatField> Fields { get; init; }
}

/// <summary>An input of a form. <see cref="Name"/> is the key under which its answer comes back.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(People), "people")]
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(Choice), "choice")]
[JsonDerivedType(typeof(Day), "day")]
public abstract record ChatField
{
    private ChatField()
    {
    }

    /// <summary>Key of the answer.</summary>
    public required string Name { get; init; }

    /// <summary>What the person reads above the input.</summary>
    public required string Label { get; init; }

    /// <summary>A short hint below the input.</summary>
    public string? Hint { get; init; }

    /// <summary>False when the platform may insist on an answer.</summary>
    public bool Optional { get; init; }

    /// <summary>Colleagues, picked in the platform's own picker. The answer is their account ids in that workspace.</summary>
    public sealed record People : ChatField
    {
        /// <summary>Most that can be picked.</summary>
        public required int Most { get; init; }

        /// <summary>Who is picked to begin with: account ids in that workspace.</summary>
        public ImmutableArray<string> Initial { get; init; } = [];
    }

    /// <summary>Free text. The answer is one string.</summary>
    public sealed record Words : ChatField
    {
        /// <summary>Longest answer in characters.</summary>
        public required int Longest { get; init; }

        /// <summary>True for several lines.</summary>
        public bool Lines { get; init; }

        /// <summary>What stands there to begin with.</summary>
        public string? Initial { get; init; }
    }

    /// <summary>One or several of a list. The answer is the chosen options' values.</summary>
    public sealed record Choice : ChatField
    {
        /// <summary>What can be chosen; at most 100.</summary>
        public required ImmutableArray<ChatOption> Options { get; init; }

        /// <summary>True when several can be chosen.</summary>
        public bool Several { get; init; }

        /// <summary>Values chosen to begin with.</summary>
        public ImmutableArray<string> Initial { get; init; } = [];
    }

    /// <summary>A calendar day. The answer is one string, <c>yyyy-MM-dd</c>; <see cref="ChatInput.Form.Day"/> reads it.</summary>
    public sealed record Day : ChatField
    {
        /// <summary>The first day to offer, where the platform's calendar can tell; whoever gets the answer checks it again.</summary>
        public DateOnly? Earliest { get; init; }

        /// <summary>The last day to offer, where the platform's calendar can tell.</summary>
        public DateOnly? Latest { get; init; }

        /// <summary>The day chosen to begin with.</summary>
        public DateOnly? Initial { get; init; }
    }
}

/// <summary>Something to choose.</summary>
/// <param name="Value">What comes back; at most 75 characters.</param>
/// <param name="Label">What is read; at most 75 characters.</param>
public sealed record ChatOption(string Value, string Label);
