using Quartz;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Digests;

/// <summary>Sends the digests that are due.</summary>
[DisallowConcurrentExecution]
internal sealed class DigestJob(OrganisationScope organisations, TimeProvider clock) : DueJob(organisations, clock)
{
    /// <inheritdoc />
    protected override Task RunAsync(DueRound round, CancellationToken cancellationToken) =>
        round.DoAsync<DueDigests, DigestSending>(cancellationToken);
}
