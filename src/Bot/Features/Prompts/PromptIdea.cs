using System.Collections.Immutable;
using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>What there is to say to one person.</summary>
public sealed record PromptIdea
{
    /// <summary>What comes into the text, by the name of its placeholder. A text is used only if it has exactly these.</summary>
    public ImmutableDictionary<string, ChatText> Words { get; init; } = ImmutableDictionary<string, ChatText>.Empty;

    /// <summary>Below the text.</summary>
    public ImmutableArray<ChatBlock> Below { get; init; } = [];

    /// <summary>What can be done at once; at most three. A tap on one counts as an answer and goes on to the feature that it names.</summary>
    public ImmutableArray<ChatButton> Buttons { get; init; } = [];

    /// <summary>What it is based on, as the end of a sentence that starts with "Because".</summary>
    public required ChatText Because { get; init; }

    /// <summary>What it is about, to be known again: ids, with commas.</summary>
    public string Subject { get; init; } = "";

    /// <summary>With a word for a placeholder.</summary>
    public PromptIdea With(string placeholder, ChatText words) => this with { Words = Words.SetItem(placeholder, words) };
}
