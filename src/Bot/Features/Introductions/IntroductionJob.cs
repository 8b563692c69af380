using Quartz;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>Carries on introductions of which somebody did not answer in time: by another way, or to their end.</summary>
[DisallowConcurrentExecution]
internal sealed class IntroductionJob(OrganisationScope organisations, TimeProvider clock) : DueJob(organisations, clock)
{
    /// <inheritdoc />
    protected override Task RunAsync(DueRound round, CancellationToken cancellationToken) =>
        round.DoAsync<DueIntroductions, IntroductionSteps>(cancellationToken);
}
