using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Projections;

namespace RelateBot.Bot.Hosting;

/// <summary>
/// Keeps the projections up to date with the ledger. It works in small steps with pauses between them, so that it hardly slows down
/// commands.
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
                // Another host is updating the projections.
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A short database outage must not stop the projections for good.
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
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Couldn't update the projections from the ledger; will try again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
