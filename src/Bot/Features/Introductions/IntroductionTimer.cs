using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Chat;
using RelateBot.Domain.Introductions;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>Ends introductions of which somebody did not answer in time; each in a transaction of its own, so several hosts do no harm.</summary>
internal sealed partial class IntroductionTimer(IServiceScopeFactory scopes, Workspaces workspaces, TimeProvider clock, ILogger<IntroductionTimer> logger) : BackgroundService
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var (organisationId, id) in await DueAsync(stoppingToken))
                {
                    await EndAsync(organisationId, id, stoppingToken);
                }
            }
#pragma warning disable CA1031 // A database that is away for a moment must not end this for good.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.Failed(logger, exception);
            }

            await Task.Delay(Rest, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Introductions whose time is over could not be ended; it is tried again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
