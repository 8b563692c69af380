using Microsoft.EntityFrameworkCore;
using Quartz;
using RelateBot.Bot.Chat;
using RelateBot.Domain.Introductions;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>Ends introductions of which somebody did not answer in time.</summary>
[DisallowConcurrentExecution]
internal sealed class IntroductionJob(IServiceScopeFactory scopes, Workspaces workspaces, TimeProvider clock) : IJob
{
    private const int AtOnce = 200;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var round = new DueRound(scopes);
        foreach (var (organisationId, id) in await DueAsync(cancellationToken))
        {
            await round.DoAsync(organisationId, services => EndAsync(services, id, cancellationToken), cancellationToken);
        }

        round.End();
    }

    private async Task<List<(Guid OrganisationId, Guid Id)>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<RelateDbContext>().Introductions.IgnoreQueryFilters()
            .Where(introduction => introduction.ExpiresAt <= now).OrderBy(introduction => introduction.ExpiresAt).Take(AtOnce)
            .Select(introduction => new { introduction.OrganisationId, introduction.Id }).ToListAsync(cancellationToken);
        return [.. due.Select(introduction => (introduction.OrganisationId, introduction.Id))];
    }

    private async Task EndAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken)
    {
        var life = services.GetRequiredService<IntroductionLife>();
        if (await life.FindAsync(id, cancellationToken) is { } details
            && await workspaces.FindAsync(details.Introduction.WorkspaceId, cancellationToken) is { } workspace
            && life.TryExpire(details))
        {
            await services.GetRequiredService<IntroductionNews>().TellAsync(workspace, details, cancellationToken);
        }
    }
}
