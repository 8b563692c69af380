using Quartz;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Chat.Outbox.Deferred;

/// <summary>
/// Sends what waited for accounts that have appeared: by a directory, by the roster, or because somebody wrote to the bot.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class WaitingMessageJob(OrganisationScope organisations, TimeProvider clock) : DueJob(organisations, clock)
{
    /// <inheritdoc />
    protected override Task RunAsync(DueRound round, CancellationToken cancellationToken) =>
        round.DoAsync<DueWaitingMessages, WaitingMessageStep>(cancellationToken);
}
