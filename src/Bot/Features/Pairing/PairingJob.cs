using Quartz;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Has <see cref="PairingRounds"/> look whether there is something to do.</summary>
[DisallowConcurrentExecution]
internal sealed class PairingJob(PairingRounds rounds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await rounds.RunDueAsync(cancellationToken);
}
