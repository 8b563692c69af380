using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>One kind of prompt: knows whom it has something to say to. A new kind is one more of these, a text file and a rhythm.</summary>
public interface IPromptSource
{
    /// <summary>Which kind.</summary>
    PromptKind Kind { get; }

    /// <summary>What there is to say to these people, whose turn it is; whoever is left out gets nothing of this kind today. Reads for all of them at once.</summary>
    Task<IReadOnlyDictionary<Guid, PromptIdea>> FindAsync(IReadOnlyList<PromptCandidate> candidates, CancellationToken cancellationToken);
}
