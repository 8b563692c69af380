using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>
/// Runs the scheduler once the host is ready, so that it doesn't delay the first answers. When the host stops, it waits for running jobs.
/// </summary>
internal sealed partial class SchedulerService(
    ISchedulerFactory schedulers,
    JobScheduleUpdater plan,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<SchedulerService> logger) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);

    private IScheduler? scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (scheduler is not null)
        {
            // A job that never ends must not keep the host from stopping. It will be run again at the next start.
            await scheduler
                .Shutdown(waitForJobsToComplete: true, cancellationToken)
                .AsTask()
                .WaitAsync(cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WaitUntilStartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                scheduler = await schedulers.GetScheduler(stoppingToken);
                await plan.ApplyAsync(stoppingToken);
                await scheduler.Start(stoppingToken);
                return;
            }
#pragma warning disable CA1031 // A short database outage must not stop all jobs for good; meanwhile /healthz/ready reports it.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.NotStarted(logger, AfterTrouble, exception);
                await Task.Delay(AfterTrouble, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WaitUntilStartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The scheduler can't start. Trying again in {Pause}")]
        public static partial void NotStarted(ILogger logger, TimeSpan pause, Exception exception);
    }
}
