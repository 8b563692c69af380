namespace RelateBot.Bot.Features.Pairing;

/// <summary>Has <see cref="PairingRounds"/> look every minute.</summary>
internal sealed partial class PairingTimer(PairingRounds rounds, TimeProvider clock, ILogger<PairingTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await rounds.RunDueAsync(stoppingToken);
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

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "What is due about coffees could not be done; it is tried again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
