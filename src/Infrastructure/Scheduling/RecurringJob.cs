using Quartz;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>A job that runs repeatedly, on one of the hosts that share the database.</summary>
/// <param name="Name">A one-word name for operators.</param>
/// <param name="Work">The type of the job.</param>
/// <param name="Schedule">When it runs.</param>
public sealed record RecurringJob(string Name, Type Work, JobSchedule Schedule)
{
    internal JobKey Key => new(Name);

    internal TriggerKey Trigger => new(Name);

    internal IJobDetail Detail() => JobBuilder.Create().OfType(Work).WithIdentity(Key).StoreDurably().Build();
}
