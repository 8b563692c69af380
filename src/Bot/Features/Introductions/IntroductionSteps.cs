using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.Introductions;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>Moves an introduction on when the person asked didn't answer in time, and notifies the people involved.</summary>
public sealed class IntroductionSteps(IntroductionLifecycle lifecycle, IntroductionNotifier notifier, WorkspaceRegistry workspaces)
    : IDueWork
{
    /// <inheritdoc />
    public async Task DoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await lifecycle.FindAsync(id, cancellationToken) is { } asked
            && await workspaces.FindAsync(asked.Introduction.WorkspaceId, cancellationToken) is { } workspace
            && await lifecycle.ExpireAsync(asked, cancellationToken) is { } details)
        {
            await notifier.NotifyAsync(workspace, details, cancellationToken);
        }
    }
}
