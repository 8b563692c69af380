using Quartz;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.DueQueues;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Chat.Outbox.Deferred;

/// <summary>
/// Sends messages that waited for an account, once the account appears: in a directory, in the roster, or because the
/// person wrote to the bot.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class WaitingMessageJob(OrganisationScope organisations, TimeProvider clock) : DueJob(organisations, clock)
{
    /// <inheritdoc />
    protected override Task RunAsync(DueRound round, CancellationToken cancellationToken) =>
        round.DoAsync<DueWaitingMessages, WaitingMessageStep>(cancellationToken);
}
