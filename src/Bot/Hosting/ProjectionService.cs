using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Projections;

namespace RelateBot.Bot.Hosting;

/// <summary>
/// Keeps the projections close behind the ledger, in small steps with a rest between them, so that commands hardly notice.
/// </summary>
internal sealed partial class ProjectionService(Projector projector, TimeProvider clock, ILogger<ProjectionService> logger)
    : BackgroundService
{
    private const int Step = 250;
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Idle;
            try
            {
                wait = await projector.ProjectAsync(Step, stoppingToken) == Step ? Rest : Idle;
            }
            catch (ConflictException)
            {
                // Another host is at it; that is as good.
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away for a moment must not end projecting for good.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.Failed(logger, exception);
            }

            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Projecting the ledger failed; it is tried again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
