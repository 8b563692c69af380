using System.Globalization;
using Quartz;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>When a job runs. A run that was missed because no host was running is made up for once, immediately.</summary>
public abstract record JobSchedule
{
    private JobSchedule()
    {
    }

    /// <summary>The longest time without a successful run before the job counts as failing.</summary>
    public abstract TimeSpan MaxTimeWithoutSuccess { get; }

    internal abstract IScheduleBuilder Schedule { get; }

    /// <summary>Repeats at this interval.</summary>
    public sealed record Every(TimeSpan Interval) : JobSchedule
    {
        private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(30);

        /// <inheritdoc />
        public override TimeSpan MaxTimeWithoutSuccess => (2 * Interval) + LongestRun;

        /// <inheritdoc />
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"every {Interval:c}");

        internal override IScheduleBuilder Schedule =>
            SimpleScheduleBuilder
                .Create()
                .WithInterval(Interval)
                .RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount);
    }

    /// <summary>Runs once a day at this local time in a time zone.</summary>
    public sealed record Daily(TimeOnly Time, TimeZoneInfo Zone) : JobSchedule
    {
        /// <inheritdoc />
        public override TimeSpan MaxTimeWithoutSuccess => TimeSpan.FromHours(27);

        /// <inheritdoc />
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"daily at {Time:HH:mm} in {Zone.Id}");

        internal override IScheduleBuilder Schedule => CronScheduleBuilder
            .Create(string.Create(CultureInfo.InvariantCulture, $"0 {Time.Minute} {Time.Hour} * * ?"))
            .InTimeZone(Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed);
    }
}
