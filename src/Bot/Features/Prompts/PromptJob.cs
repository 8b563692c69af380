using Microsoft.Extensions.Options;
using Quartz;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Sends due prompts by organisation and in batches, so that the memory needed doesn't grow with the number of people.</summary>
[DisallowConcurrentExecution]
internal sealed class PromptJob(OrganisationScope organisations, IOptions<PromptOptions> options, TimeProvider clock)
    : DueJob(organisations, clock)
{
    /// <inheritdoc />
    protected override async Task RunAsync(DueRound round, CancellationToken cancellationToken)
    {
        if (options.Value.Enabled)
        {
            await round.DoInBatchesAsync<PromptOrganisations, PromptPlanCreator>(cancellationToken);
            await round.DoInBatchesAsync<PromptOrganisations, PromptBatchSender>(cancellationToken);
        }
    }
}
