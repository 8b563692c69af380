using System.Collections.Immutable;

namespace RelateBot.Bot.Chat;

/// <summary>A form in no platform's words: a modal, a card or a dialog, as the platform has it. It comes back as <see cref="ChatInput.Form"/>.</summary>
public sealed record ChatForm
{
    /// <summary>Which form, for example <c>thanks.give</c>.</summary>
    public required string Form { get; init; }

    /// <summary>Heading; at most 24 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Words on the button that sends it; at most 24 characters.</summary>
    public required string Submit { get; init; }

    /// <summary>What the form needs to know when it comes back; at most 1,000 characters. Seen by clients, so it is checked again.</summary>
    public string State { get; init; } = "";

    /// <summary>How to say the same without the form, for a place or a moment where none can be opened; null when there is no other way.</summary>
    public string? InOneLine { get; init; }

    /// <summary>A button that opens it again, where a button can do what a sentence cannot.</summary>
    public ChatButton? OpenedBy { get; init; }

    /// <summary>The inputs, from top to bottom.</summary>
    public required ImmutableArray<ChatField> Fields { get; init; }
}
