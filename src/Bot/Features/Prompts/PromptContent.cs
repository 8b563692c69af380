using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>What there is to say to one person.</summary>
public sealed record PromptContent
{
    /// <summary>What comes into the text, by the name of its placeholder. A text is used only if it has exactly these.</summary>
    public ImmutableDictionary<string, ChatText> Placeholders { get; init; } = ImmutableDictionary<string, ChatText>.Empty;

    /// <summary>Below the text.</summary>
    public ImmutableArray<ChatBlock> ExtraBlocks { get; init; } = [];

    /// <summary>
    /// What can be done at once; at most three. A tap on one counts as an answer and goes on to the feature that it names.
    /// </summary>
    public ImmutableArray<ChatButton> Buttons { get; init; } = [];

    /// <summary>What it is based on, as the end of a sentence that starts with "Because".</summary>
    public required ChatText Reason { get; init; }

    /// <summary>What it is about, to be known again: ids, with commas.</summary>
    public string Subject { get; init; } = "";

    /// <summary>With a word for a placeholder.</summary>
    public PromptContent With(string placeholder, ChatText words) => this with { Placeholders = Placeholders.SetItem(placeholder, words) };
}

/// <summary>Somebody who may be prompted now.</summary>
/// <param name="Person">Who.</param>
/// <param name="Today">The day where they live.</param>
/// <param name="Sent">What they got lately, of all kinds.</param>
public sealed record PromptCandidate(Person Person, DateOnly Today, ImmutableArray<Prompt> Sent)
{
    /// <summary>What they got of one kind.</summary>
    public IEnumerable<Prompt> SentOf(PromptKind kind) => Sent.Where(prompt => prompt.Kind == kind);
}

/// <summary>One kind of prompt: knows whom it has something to say to. A new kind is one more of these, a text file and a rhythm.</summary>
public interface IPromptSource
{
    /// <summary>Which kind.</summary>
    PromptKind Kind { get; }

    /// <summary>
    /// What there is to say to these people, whose turn it is; whoever is left out gets nothing of this kind today. Reads for all of them
    /// at once.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, PromptContent>> FindAsync(IReadOnlyList<PromptCandidate> candidates,
        CancellationToken cancellationToken);
}
