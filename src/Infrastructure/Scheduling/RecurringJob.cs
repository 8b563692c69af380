using Quartz;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>Something that is done again and again, by one host of all that share the database.</summary>
/// <param name="Name">One word; operators read it.</param>
/// <param name="Work">What is done.</param>
/// <param name="Rhythm">When.</param>
public sealed record RecurringJob(string Name, Type Work, JobSchedule Rhythm)
{
    internal JobKey Key => new(Name);

    internal TriggerKey Trigger => new(Name);

    internal IJobDetail Detail() => JobBuilder.Create().OfType(Work).WithIdentity(Key).StoreDurably().Build();
}
