using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>
/// A form, independent of the platform: a modal, a card or a dialog. Its answers come back as <see cref="ChatInput.Form"/>.
/// </summary>
public sealed record ChatForm
{
    /// <summary>The form's name, for example <c>thanks.give</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The heading; at most 24 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The text on the submit button; at most 24 characters.</summary>
    public required string Submit { get; init; }

    /// <summary>
    /// Data that comes back with the form; at most 1,000 characters. Clients can see and change it, so it is checked when it comes back.
    /// </summary>
    public string State { get; init; } = "";

    /// <summary>The command that does the same, for places where no form can be opened; null when there is none.</summary>
    public string? InOneLine { get; init; }

    /// <summary>A button that opens the form, for places where only a button can open one.</summary>
    public ChatButton? OpenedBy { get; init; }

    /// <summary>The inputs, from top to bottom.</summary>
    public required ImmutableArray<ChatField> Fields { get; init; }
}

/// <summary>An input of a form. Its answer comes back under <see cref="Name"/>.</summary>
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

    /// <summary>The key of the answer.</summary>
    public required string Name { get; init; }

    /// <summary>The text above the input.</summary>
    public required string Label { get; init; }

    /// <summary>A short hint below the input.</summary>
    public string? Hint { get; init; }

    /// <summary>False when the platform may require an answer.</summary>
    public bool Optional { get; init; }

    /// <summary>Colleagues, chosen in the platform's people picker. The answer is their account ids in that workspace.</summary>
    public sealed record People : ChatField
    {
        /// <summary>The most people that can be chosen.</summary>
        public required int Most { get; init; }

        /// <summary>The people who are preselected, as account ids in that workspace.</summary>
        public ImmutableArray<string> Initial { get; init; } = [];
    }

    /// <summary>Free text. The answer is one string.</summary>
    public sealed record Words : ChatField
    {
        /// <summary>The maximum length in characters.</summary>
        public required int Longest { get; init; }

        /// <summary>True for a multi-line input.</summary>
        public bool Lines { get; init; }

        /// <summary>The initial text.</summary>
        public string? Initial { get; init; }
    }

    /// <summary>One or more options from a list. The answer is the values of the chosen options.</summary>
    public sealed record Choice : ChatField
    {
        /// <summary>The options; at most 100.</summary>
        public required ImmutableArray<ChatOption> Options { get; init; }

        /// <summary>True when more than one can be chosen.</summary>
        public bool Several { get; init; }

        /// <summary>The values that are preselected.</summary>
        public ImmutableArray<string> Initial { get; init; } = [];
    }

    /// <summary>A calendar day. The answer is one string, <c>yyyy-MM-dd</c>. Read it with <see cref="ChatInput.Form.Day"/>.</summary>
    public sealed record Day : ChatField
    {
        /// <summary>
        /// The first day to offer, where the platform's calendar supports a limit. The handler of the form checks the answer again.
        /// </summary>
        public DateOnly? Earliest { get; init; }

        /// <summary>The last day to offer, where the platform's calendar supports a limit.</summary>
        public DateOnly? Latest { get; init; }

        /// <summary>The day that is preselected.</summary>
        public DateOnly? Initial { get; init; }
    }
}

/// <summary>An option of a <see cref="ChatField.Choice"/>.</summary>
/// <param name="Value">The value that comes back; at most 75 characters.</param>
/// <param name="Label">The text that people read; at most 75 characters.</param>
public sealed record ChatOption(string Value, string Label);
