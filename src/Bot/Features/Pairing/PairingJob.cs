using Quartz;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>
/// Carries the rounds on: plans the one that has begun, in one transaction, then does what is due with each group, a transaction each
/// with the messages in it. Whoever is killed in between left a whole round or none, and whoever comes next goes on where it stopped.
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
