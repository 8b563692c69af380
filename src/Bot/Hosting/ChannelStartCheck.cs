namespace RelateBot.Bot.Hosting;

/// <summary>
/// Soon after a start, checks that the bot can post to the channels that settings and departments name, and logs what to fix before an ask
/// fails because of it.
/// </summary>
internal sealed partial class ChannelStartCheck(
    IEnumerable<IChannelCheck> checks, TimeProvider clock, ILogger<ChannelStartCheck> logger) : BackgroundService
{
    // The first requests go first.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!checks.Any())
        {
            return;
        }

        await Task.Delay(AfterStart, clock, stoppingToken);
        foreach (var check in checks)
        {
            try
            {
                await foreach (var finding in check.RunAtStartAsync(stoppingToken))
                {
                    if (finding is Finding.Problem problem)
                    {
                        Log.Unusable(logger, problem.What);
                    }
                }
            }
#pragma warning disable CA1031 // A failed check must not stop the host. A channel that can't be used is reported again when a post fails.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.NotLookedAt(logger, exception.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A channel cannot be posted to. {Problem}")]
        public static partial void Unusable(ILogger logger, string problem);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Channels could not be looked at: {Reason}")]
        public static partial void NotLookedAt(ILogger logger, string reason);
    }
}
