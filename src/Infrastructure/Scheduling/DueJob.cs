using Quartz;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>A job that processes due items. It chooses the queues and their order; <see cref="DueRound"/> does the rest.</summary>
public abstract class DueJob(OrganisationScope organisations, TimeProvider clock) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var round = new DueRound(organisations, clock);
        await RunAsync(round, cancellationToken);
        round.End();
    }

    /// <summary>Processes every due item.</summary>
    protected abstract Task RunAsync(DueRound round, CancellationToken cancellationToken);
}
