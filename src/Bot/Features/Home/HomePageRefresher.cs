using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>
/// Updates home pages after a change, one at a time and within the platform's limit. A page that changes several times in the meantime is
/// drawn once. If an update fails, the page is only out of date until it is opened again.
/// </summary>
internal sealed partial class HomePageRefresher(
    OrganisationScope organisations,
    HomePageRefreshQueue changes,
    IEnumerable<IChatPlatform> platforms,
    WorkspaceRegistry workspaces,
    SealedTextOpener sealedText,
    TimeProvider clock,
    ILogger<HomePageRefresher> logger)
    : BackgroundService
{
    private const int Burst = 10;
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);

    private readonly MessageRateLimiter rateLimiter = new(clock);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var change = await changes.NextAsync(stoppingToken);
            try
            {
                await DrawAsync(change, stoppingToken);
            }
            catch (PlatformException exception) when (!exception.IsPermanent)
            {
                var pause = exception.RetryAfter ?? AfterTrouble;
                Log.Later(logger, pause, exception.Message);
                await Task.Delay(pause, clock, stoppingToken);
                changes.Add(change);
            }
#pragma warning disable CA1031 // A page that can't be drawn must not stop the updates of all others.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.NotDrawn(logger, exception);
            }
        }
    }

    private async Task DrawAsync(HomePageChange change, CancellationToken cancellationToken)
    {
        var concerned = await organisations.RunAsync(
            change.OrganisationId,
            (HomePageUsage visits, CancellationToken token) => visits.ConcernedAsync(change, token),
            cancellationToken);
        foreach (var (identity, person) in concerned)
        {
            if (await workspaces.FindAsync(identity.WorkspaceId, cancellationToken) is { } workspace
                && platforms.OfType<IHomePlatform>().FirstOrDefault(platform => platform.Name == workspace.Platform) is { } platform)
            {
                await WaitForPlaceAsync(workspace, platform, cancellationToken);
                var (page, people) = await organisations.RunAsync(
                    change.OrganisationId,
                    async (HomeCommand home, IAccountStore accounts, CancellationToken token) =>
                    {
                        var drawn = await home.RenderAsync(person, HomePagination.First, token);
                        return (drawn, await accounts.GetWorkspaceAccountsAsync(workspace, drawn.Mentioned(), token));
                    },
                    cancellationToken);
                await platform.ShowHomeAsync(workspace, identity.ExternalId, sealedText.WithOpenedText(page), people, cancellationToken);
            }
        }
    }

    private async Task WaitForPlaceAsync(Workspace workspace, IHomePlatform platform, CancellationToken cancellationToken)
    {
        var key = workspace.Id.ToString("N");
        if (rateLimiter.ReadyAt(key, platform.HomesPerSecond, Burst) - clock.GetUtcNow() is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }

        rateLimiter.Take(key, platform.HomesPerSecond);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Couldn't update a home page, will try again in {Pause}: {Reason}")]
        public static partial void Later(ILogger logger, TimeSpan pause, string reason);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Couldn't update a home page; opening it will update it")]
        public static partial void NotDrawn(ILogger logger, Exception exception);
    }
}
