using Quartz;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>
/// Runs the pairing rounds: plans a round that has begun in one transaction, then runs what is due for each group in a transaction of its
/// own, together with its messages. After a crash the next run continues where this one stopped.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class PairingJob(OrganisationScope organisations, TimeProvider clock) : DueJob(organisations, clock)
{
    /// <inheritdoc />
    protected override async Task RunAsync(DueRound round, CancellationToken cancellationToken)
    {
        await round.DoAsync<PairingOrganisations, CoffeePlanning>(cancellationToken);
        await round.DoAsync<DuePairingGroups, CoffeeSteps>(cancellationToken);
    }
}
