namespace RelateBot.Bot.Hosting;

/// <summary>
/// Soon after a start, looks whether the channels that the settings and the departments name can be posted to, and says in the log what to
/// mend, before anybody's ask runs into it.
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
#pragma warning disable CA1031 // A look that fails must not end the host; what cannot be posted is told when it is tried.
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
