using Quartz;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Help;

/// <summary>Does what is due about asks and claims of help: reminders, follow-ups, expiry, claims that nobody disputed.</summary>
[DisallowConcurrentExecution]
internal sealed class HelpJob(OrganisationScope organisations, TimeProvider clock) : DueJob(organisations, clock)
{
    /// <inheritdoc />
    protected override async Task RunAsync(DueRound round, CancellationToken cancellationToken)
    {
        await round.DoAsync<DueAsks, AskSteps>(cancellationToken);
        await round.DoAsync<DueHelpClaims, ClaimSteps>(cancellationToken);
    }
}
