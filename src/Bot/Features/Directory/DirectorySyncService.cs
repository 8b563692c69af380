using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster.Sync;

namespace RelateBot.Bot.Features.Directory;

/// <summary>
/// Runs directory syncs that <see cref="DirectoryJob"/> or an administrator has started, and continues syncs that were interrupted.
/// </summary>
internal sealed partial class DirectorySyncService(
    IEnumerable<IChatDirectory> directories,
    DirectorySyncRunner runner,
    DirectorySyncSignal signal,
    TimeProvider clock,
    ILogger<DirectorySyncService> logger) : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Guid, Task> readings = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (directories.Any())
        {
            try
            {
                foreach (var directory in directories)
                {
                    await BeginReadingsAsync(directory, stoppingToken);
                }
            }
#pragma warning disable CA1031 // A short database outage must not stop the service for good; the next sweep tries again.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.Failed(logger, exception);
            }

            await signal.WaitAsync(Sweep, clock, stoppingToken);
        }
    }

    private async Task BeginReadingsAsync(IChatDirectory directory, CancellationToken cancellationToken)
    {
        foreach (var workspace in await directory.WorkspacesAsync(cancellationToken))
        {
            // A large directory takes a long time, and the others must not wait for it.
            if (!readings.TryGetValue(workspace.Id, out var running) || running.IsCompleted)
            {
                readings[workspace.Id] = ReadAsync(directory, workspace, cancellationToken);
            }
        }
    }

    private async Task ReadAsync(IChatDirectory directory, Workspace workspace, CancellationToken cancellationToken)
    {
        try
        {
            await runner.RunAsync(directory, workspace, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // After a restart, the sync continues from the last page.
        }
#pragma warning disable CA1031 // The same: the next sweep continues from the last page.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Reading the directories failed; it is tried again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
