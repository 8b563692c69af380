using Quartz;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Help;

/// <summary>Runs what is due for asks and reported help: reminders, follow-ups, expiry, and help that wasn't disputed.</summary>
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
