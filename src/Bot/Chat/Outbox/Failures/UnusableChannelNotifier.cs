using Microsoft.Extensions.Options;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Chat.Outbox.Failures;

/// <summary>
/// Tells the administrators of a workspace that nothing can be posted to a channel: once, however many messages fail. A delivery key
/// records that they were told. It is kept for <c>RetentionPolicy.Deliveries</c>; if the channel still fails then, they are told again.
/// </summary>
public sealed class UnusableChannelNotifier(
    IAccountStore accounts,
    OutboxWriter outboxWriter,
    Inbox inbox,
    IOptions<OrganisationOptions> organisation,
    TimeProvider clock)
{
    private const int MostTold = 5;
    private static readonly TimeSpan OfUse = TimeSpan.FromDays(7);

    /// <summary>
    /// Tells them, unless they were told before. If the workspace has no known administrator, the next failure tries again.
    /// </summary>
    public async Task NotifyAsync(Workspace workspace, string channel, string reason, CancellationToken cancellationToken)
    {
        var administrators = await accounts.GetAdministratorAccountsAsync(
            workspace,
            organisation.Value.GetAdministratorEmails(),
            MostTold,
            cancellationToken);
        if (administrators.Count == 0
            || !await inbox.TryClaimAsync(workspace, [$"channel-unusable:{channel}"], cancellationToken))
        {
            return;
        }

        foreach (var administrator in administrators)
        {
            outboxWriter.ToAccount(
                administrator,
                DeliveryMessages.ChannelUnusable(workspace, channel, reason),
                DeliveryFailureRouter.Notice,
                actId: null,
                clock.GetUtcNow() + OfUse);
        }
    }
}
