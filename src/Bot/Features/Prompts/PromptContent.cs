using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>The content of a prompt for one person.</summary>
public sealed record PromptContent
{
    /// <summary>The values of the text's placeholders, by name. A text is only used if it has exactly these.</summary>
    public ImmutableDictionary<string, ChatText> Placeholders { get; init; } = ImmutableDictionary<string, ChatText>.Empty;

    /// <summary>Blocks below the text.</summary>
    public ImmutableArray<ChatBlock> ExtraBlocks { get; init; } = [];

    /// <summary>
    /// Buttons for what can be done at once; at most three. A tap counts as an answer and goes on to the feature that the button names.
    /// </summary>
    public ImmutableArray<ChatButton> Buttons { get; init; } = [];

    /// <summary>Why the person gets this prompt, as the end of a sentence that starts with "Because".</summary>
    public required ChatText Reason { get; init; }

    /// <summary>What the prompt is about, so that it can be recognised later: ids, separated by commas.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Returns a copy with the value of one more placeholder.</summary>
    public PromptContent With(string placeholder, ChatText words) => this with { Placeholders = Placeholders.SetItem(placeholder, words) };
}

/// <summary>A person who may get a prompt now.</summary>
/// <param name="Person">The person.</param>
/// <param name="Today">Today's date where they live.</param>
/// <param name="Sent">The prompts of all kinds that they got in the last 56 days.</param>
public sealed record PromptCandidate(Person Person, DateOnly Today, ImmutableArray<Prompt> Sent)
{
    /// <summary>The prompts of one kind that they got.</summary>
    public IEnumerable<Prompt> SentOf(PromptKind kind) => Sent.Where(prompt => prompt.Kind == kind);
}

/// <summary>
/// A source of one kind of prompt: it knows who should get it. A new kind needs a source, a text file and a <see cref="PromptFrequency"/>.
/// </summary>
public interface IPromptSource
{
    /// <summary>The kind of prompt.</summary>
    PromptKind Kind { get; }

    /// <summary>
    /// Finds the content for each of these people, in one read for all of them. People who are left out get nothing of this kind today.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, PromptContent>> FindAsync(IReadOnlyList<PromptCandidate> candidates,
        CancellationToken cancellationToken);
}
