using Quartz;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>Continues introductions whose question wasn't answered in time: through someone else, or by ending them.</summary>
[DisallowConcurrentExecution]
internal sealed class IntroductionJob(OrganisationScope organisations, TimeProvider clock) : DueJob(organisations, clock)
{
    /// <inheritdoc />
    protected override Task RunAsync(DueRound round, CancellationToken cancellationToken) =>
        round.DoAsync<DueIntroductions, IntroductionSteps>(cancellationToken);
}
