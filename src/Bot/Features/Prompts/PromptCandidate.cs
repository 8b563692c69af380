using System.Collections.Immutable;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Somebody who may be prompted now.</summary>
/// <param name="Person">Who.</param>
/// <param name="Today">The day where they live.</param>
/// <param name="Sent">What they got lately, of all kinds.</param>
public sealed record PromptCandidate(Person Person, DateOnly Today, ImmutableArray<Prompt> Sent)
{
    /// <summary>What they got of one kind.</summary>
    public IEnumerable<Prompt> SentOf(PromptKind kind) => Sent.Where(prompt => prompt.Kind == kind);
}
