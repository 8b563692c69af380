using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>
/// Draws home pages anew when something on them changes, one after the other and no faster than the platform takes them. A page that
/// changes several times meanwhile is drawn once. What goes wrong here costs nobody more than a look at a page that is not up to date.
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
#pragma warning disable CA1031 // One page that cannot be drawn must not keep all others as they are.
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
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A home page is drawn again in {Pause}: {Reason}")]
        public static partial void Later(ILogger logger, TimeSpan pause, string reason);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "A home page could not be drawn; it will be when it is opened")]
        public static partial void NotDrawn(ILogger logger, Exception exception);
    }
}
