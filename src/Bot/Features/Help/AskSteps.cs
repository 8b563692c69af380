using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.Help;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Help;

/// <summary>Runs the next scheduled step of an ask and notifies the people involved.</summary>
public sealed class AskSteps(
    AskReader reader,
    AskStepRunner runner,
    AskNotifier notifier,
    LeaverAskHandler leavers,
    WorkspaceRegistry workspaces) : IDueWork
{
    /// <inheritdoc />
    public async Task DoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } details
            || await workspaces.FindAsync(details.Ask.WorkspaceId, cancellationToken) is not { } workspace)
        {
            return;
        }

        switch (await runner.RunDueStepAsync(details, cancellationToken))
        {
            case AskStep.Remind:
                await notifier.RemindAsync(workspace, details, cancellationToken);
                break;
            case AskStep.Expire:
                await notifier.UpdatePostedMessagesAsync(details, cancellationToken);
                await notifier.NotifyAskerAsync(workspace, details, AskMessages.Expired(details), cancellationToken);
                break;
            case AskStep.LetGo:
                await leavers.HandleAsync(workspace, details, cancellationToken);
                break;
            case AskStep.FollowUp:
                await notifier.NotifyAskerAsync(workspace, details, AskMessages.DidItGetSolved(details), cancellationToken);
                break;
        }
    }
}
