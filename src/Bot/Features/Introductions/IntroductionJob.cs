using Microsoft.EntityFrameworkCore;
using Quartz;
using RelateBot.Bot.Chat;
using RelateBot.Domain.Introductions;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>Ends introductions of which somebody did not answer in time; each in a transaction of its own, so several hosts do no harm.</summary>
[DisallowConcurrentExecution]
internal sealed class IntroductionJob(IServiceScopeFactory scopes, Workspaces workspaces, TimeProvider clock) : IJob
{
    private const int AtOnce = 200;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var (organisationId, id) in await DueAsync(cancellationToken))
        {
            await EndAsync(organisationId, id, cancellationToken);
        }
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

    private async Task EndAsync(Guid organisationId, Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<Tenant>().Is(organisationId);
        var life = services.GetRequiredService<IntroductionLife>();
        if (await life.FindAsync(id, cancellationToken) is not { } details || !life.TryExpire(details)
            || await workspaces.FindAsync(details.Introduction.WorkspaceId, cancellationToken) is not { } workspace)
        {
            return;
        }

        try
        {
            await services.GetRequiredService<IntroductionNews>().TellAsync(workspace, details, cancellationToken);
            await services.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        }
        catch (ConflictException)
        {
            // Somebody answered at that moment, or another host was first.
        }
    }
}
