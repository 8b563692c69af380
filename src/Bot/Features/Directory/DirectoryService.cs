using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Features.Directory;

/// <summary>Has every workspace's directory read once a night, when somebody asks for it, and when a reading was left behind.</summary>
internal sealed partial class DirectoryService(
    IEnumerable<IChatDirectory> directories, DirectoryReading reading, DirectoryIntake intake, DirectorySignal signal,
    IOptions<OrganisationOptions> organisation, TimeProvider clock, ILogger<DirectoryService> logger) : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly DateTimeOffset start = clock.GetUtcNow();
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
#pragma warning disable CA1031 // A database that is away for a moment must not end this for good; the next sweep tries again.
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
            // A large directory takes its time, and no other waits for it.
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
            await BeginByNightAsync(workspace, cancellationToken);
            await reading.RunAsync(directory, workspace, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The next start goes on from the last page.
        }
#pragma warning disable CA1031 // The same: the next sweep goes on from the last page.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception);
        }
    }

    private Task BeginByNightAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = LastQuietHour(now, TimeZoneInfo.FindSystemTimeZoneById(organisation.Value.TimeZone), organisation.Value.QuietHour);
        return intake.ChangeAsync(
            workspace,
            async (services, token) =>
            {
                var syncs = services.GetRequiredService<DirectorySyncs>();
                var last = (await syncs.FindAsync(workspace, token))?.StartedAt ?? start;
                if (last < due)
                {
                    (await syncs.GetAsync(workspace, token)).TryBegin(now, askedBy: null);
                }
            },
            cancellationToken);
    }

    /// <summary>The last time at which the clock of a zone showed this hour.</summary>
    internal static DateTimeOffset LastQuietHour(DateTimeOffset now, TimeZoneInfo zone, TimeOnly hour)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        var quiet = day.ToDateTime(hour) <= local.DateTime ? day.ToDateTime(hour) : day.AddDays(-1).ToDateTime(hour);

        // In spring the clock may pass over the hour; an hour later there is one.
        return new DateTimeOffset(zone.IsInvalidTime(quiet) ? quiet.AddHours(1) : quiet, zone.GetUtcOffset(quiet));
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Reading the directories failed; it is tried again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
