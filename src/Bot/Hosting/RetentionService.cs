using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Hosting;

/// <summary>Once an hour, removes what is no longer needed.</summary>
internal sealed partial class RetentionService(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // First a pause: a start has more urgent things to do.
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var removed = await scope.ServiceProvider.GetRequiredService<Retention>().ApplyAsync(stoppingToken)
                    + await scope.ServiceProvider.GetRequiredService<DepartedOrganisations>().EraseAsync(stoppingToken);
                Log.Removed(logger, removed);
            }
#pragma warning disable CA1031 // A database that is away for a moment must not end this for good; the next hour tries again.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.Failed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "Removed {Count} rows that are no longer needed")]
        public static partial void Removed(ILogger logger, int count);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Removing what is no longer needed failed; it is tried again in an hour")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
