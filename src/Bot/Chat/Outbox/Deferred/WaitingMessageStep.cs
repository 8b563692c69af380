using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Chat.Outbox.Deferred;

/// <summary>Sends a message that waited for its receiver to have an account.</summary>
public sealed class WaitingMessageStep(OutboxStore outbox, OutboxWriter outboxWriter, IAccountStore accounts, WorkspaceRegistry workspaces)
    : IDueWork
{
    /// <inheritdoc />
    public async Task DoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await outbox.FindAsync(id, cancellationToken) is not { Status: OutboxStatus.Waiting, PersonId: { } personId } waiting
            || await workspaces.FindAsync(waiting.WorkspaceId, cancellationToken) is not { } workspace)
        {
            return;
        }

        if (await accounts.GetReachableAccountsAsync(workspace, [personId], cancellationToken) is [var account, ..])
        {
            outboxWriter.SendWaiting(waiting, account);
        }
    }
}
