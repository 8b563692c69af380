using RelateBot.Infrastructure.Persistence.Prompts;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Creates plans for people who have none yet.</summary>
public sealed class PromptPlanCreator(PromptStore store, TimeProvider clock) : IDueBatches
{
    /// <inheritdoc />
    public Task<Guid?> DoNextAsync(Guid id, Guid after, CancellationToken cancellationToken) =>
        store.AddMissingPlansAsync(after, clock.GetUtcNow(), PromptBatchSender.Batch, cancellationToken);
}
