using Microsoft.EntityFrameworkCore;
using Quartz;
using RelateBot.Bot.Chat;
using RelateBot.Domain.Introductions;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>Carries on introductions of which somebody did not answer in time: by another way, or to their end.</summary>
[DisallowConcurrentExecution]
internal sealed class IntroductionJob(IServiceScopeFactory scopes, Workspaces workspaces, TimeProvider clock) : IJob
{
    private const int AtOnce = 200;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var round = new DueRound(scopes);
        foreach (var (organisationId, id) in await DueAsync(cancellationToken))
        {
            await round.DoAsync(organisationId, services => ExpireAsync(services, id, cancellationToken), cancellationToken);
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

    private async Task ExpireAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken)
    {
        var life = services.GetRequiredService<IntroductionLife>();
        if (await life.FindAsync(id, cancellationToken) is { } asked
            && await workspaces.FindAsync(asked.Introduction.WorkspaceId, cancellationToken) is { } workspace
            && await life.ExpireAsync(asked, cancellationToken) is { } details)
        {
            await services.GetRequiredService<IntroductionNews>().TellAsync(workspace, details, cancellationToken);
        }
    }
}
