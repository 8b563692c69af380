using RelateBot.Bot.Chat;
using RelateBot.Domain.Introductions;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>Carries an introduction on when nobody answered in time, and tells those it concerns.</summary>
public sealed class IntroductionSteps(IntroductionLife life, IntroductionNews news, Workspaces workspaces) : IDueWork
{
    /// <inheritdoc />
    public async Task DoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await life.FindAsync(id, cancellationToken) is { } asked
            && await workspaces.FindAsync(asked.Introduction.WorkspaceId, cancellationToken) is { } workspace
            && await life.ExpireAsync(asked, cancellationToken) is { } details)
        {
            await news.TellAsync(workspace, details, cancellationToken);
        }
    }
}
