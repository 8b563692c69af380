using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.Introductions;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>Carries an introduction on when nobody answered in time, and tells those it concerns.</summary>
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
