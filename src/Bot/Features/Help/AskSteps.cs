using RelateBot.Bot.Chat;
using RelateBot.Domain.Help;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Help;

/// <summary>Takes the step that an ask is due for, and tells those it concerns.</summary>
public sealed class AskSteps(AskBook book, AskLife life, AskNews news, AskLeavers leavers, Workspaces workspaces) : IDueWork
{
    /// <inheritdoc />
    public async Task DoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } details
            || await workspaces.FindAsync(details.Ask.WorkspaceId, cancellationToken) is not { } workspace)
        {
            return;
        }

        switch (await life.StepAsync(details, cancellationToken))
        {
            case AskStep.Remind:
                await news.RemindAsync(workspace, details, cancellationToken);
                break;
            case AskStep.Expire:
                await news.RefreshAsync(details, cancellationToken);
                await news.ToAskerAsync(workspace, details, AskMessages.Expired(details), cancellationToken);
                break;
            case AskStep.LetGo:
                await leavers.LetGoAsync(workspace, details, cancellationToken);
                break;
            case AskStep.FollowUp:
                await news.ToAskerAsync(workspace, details, AskMessages.DidItGetSolved(details), cancellationToken);
                break;
        }
    }
}
