using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary>
/// Updates an ask when someone involved has left. The asks of leavers are closed. Asks that leavers had taken go on without them, and the
/// asker is told.
/// </summary>
public sealed class LeaverAskHandler(AskLifecycle lifecycle, AskNotifier notifier)
{
    /// <summary>Makes all changes that are needed for one ask.</summary>
    public async Task HandleAsync(Workspace workspace, AskDetails details, CancellationToken cancellationToken)
    {
        if (!details.Asker.IsActive)
        {
            lifecycle.Withdraw(details, details.Asker);
            await notifier.UpdatePostedMessagesAsync(details, cancellationToken);
            return;
        }

        var remaining = details;
        foreach (var helper in details.Helpers.Where(helper => !helper.IsActive))
        {
            await lifecycle.HandBackAsync(remaining, helper, cancellationToken);
            await notifier.NotifyAskerAsync(workspace, remaining, AskMessages.HelperLeft(remaining, helper), cancellationToken);
            remaining = remaining with { Helpers = remaining.Helpers.Remove(helper) };
        }

        if (remaining is { Person.IsActive: false, Helpers.IsEmpty: true })
        {
            await notifier.NotifyAskerAsync(workspace, remaining, AskMessages.AskedLeft(remaining), cancellationToken);
        }

        await notifier.UpdatePostedMessagesAsync(remaining, cancellationToken);
    }
}
