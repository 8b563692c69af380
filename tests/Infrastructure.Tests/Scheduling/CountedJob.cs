using System.Threading.Channels;
using Quartz;

namespace RelateBot.Infrastructure.Tests.Scheduling;

/// <summary>A job that reports each run, and fails or is slow when a test asks for it.</summary>
[DisallowConcurrentExecution]
internal sealed class CountedJob(CountedJob.Counter counter) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var fails = counter.Fails;
        counter.Tell(context);
        await counter.Stuck.WaitAsync(cancellationToken);
        if (fails)
        {
            throw new InvalidOperationException("Planted.");
        }
    }

    internal sealed class Counter
    {
        private readonly Channel<DateTimeOffset> runs = Channel.CreateUnbounded<DateTimeOffset>();

        public bool Fails { get; set; }

        public Task Stuck { get; set; } = Task.CompletedTask;

        /// <summary>No run that nobody has waited for.</summary>
        public bool IsQuiet => !runs.Reader.TryPeek(out _);

        public void Tell(IJobExecutionContext context) => runs.Writer.TryWrite(context.FireTimeUtc);

        /// <summary>When the next run began.</summary>
        public async Task<DateTimeOffset> RunAsync() => await runs.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }
}
