using Quartz;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>Updates the stored job schedules to those of this version.</summary>
public sealed class JobScheduleUpdater(IEnumerable<RecurringJob> jobs, ISchedulerFactory schedulers, TimeProvider clock)
{
    /// <summary>
    /// Saves new and changed jobs and removes old ones. Unchanged schedules continue, so a restart neither skips nor repeats a run. A
    /// schedule whose last run is in the future, because the clock was set back, starts again.
    /// </summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var job in jobs)
        {
            await scheduler.AddJob(job.Detail(), AddJobOptions.Replacing, cancellationToken);
            if (await scheduler.GetTrigger(job.Trigger, cancellationToken) is not { } stored)
            {
                await scheduler.ScheduleJob(Trigger(job), ScheduleJobOptions.Replacing, cancellationToken);
            }
            else if (stored.Description != job.Schedule.ToString() || stored.PreviousFireTimeUtc > clock.GetUtcNow())
            {
                await scheduler.RescheduleJob(job.Trigger, Trigger(job), cancellationToken);
            }
        }

        var current = jobs.Select(job => job.Key).ToHashSet();
        var stale = (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken))
            .Where(key => !current.Contains(key))
            .ToList();
        await scheduler.DeleteJobs(stale, cancellationToken);
    }

    private ITrigger Trigger(RecurringJob job) => TriggerBuilder.Create(clock)
        .WithIdentity(job.Trigger)
        .ForJob(job.Key)
        .WithDescription(job.Schedule.ToString())
        .StartAt(clock.GetUtcNow())
        .WithSchedule(job.Schedule.Schedule)
        .Build();
}
