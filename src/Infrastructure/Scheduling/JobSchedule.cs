using System.Globalization;
using Quartz;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>When a job is done. A time that was missed, because no host ran, is made up for once and at once.</summary>
public abstract record JobSchedule
{
    private JobSchedule()
    {
    }

    /// <summary>For how long at most it may not have succeeded before something is wrong.</summary>
    public abstract TimeSpan MaxTimeWithoutSuccess { get; }

    internal abstract IScheduleBuilder Schedule { get; }

    /// <summary>Again and again after this time.</summary>
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

    /// <summary>Once a day, when the clocks of a zone show this time.</summary>
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
