using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary>
/// Somebody in an ask has left. What they asked is closed; what they had taken goes on without them, and the asker hears of it.
/// </summary>
public sealed class LeaverAskHandler(AskLifecycle lifecycle, AskNotifier notifier)
{
    /// <summary>All that their leaving changes.</summary>
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
