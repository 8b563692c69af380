using Quartz;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.Bot.Hosting;

/// <summary>Deletes data that is no longer needed, once an hour.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RetentionJob(RetentionPolicy retention, DepartedOrganisationEraser departed, ILogger<RetentionJob> logger)
    : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var removed = await retention.ApplyAsync(cancellationToken) + await departed.EraseAsync(cancellationToken);
        Log.Removed(logger, removed);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "Removed {Count} rows that are no longer needed")]
        public static partial void Removed(ILogger logger, int count);
    }
}
