using Quartz;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>A job that does what is due. It says from which queues and in which order; <see cref="DueRound"/> does the rest.</summary>
public abstract class DueJob(OrganisationScope organisations, TimeProvider clock) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var round = new DueRound(organisations, clock);
        await RunAsync(round, cancellationToken);
        round.End();
    }

    /// <summary>Does everything that is due.</summary>
    protected abstract Task RunAsync(DueRound round, CancellationToken cancellationToken);
}
