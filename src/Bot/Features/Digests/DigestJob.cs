using Quartz;

namespace RelateBot.Bot.Features.Digests;

/// <summary>Sends the digests whose time has come.</summary>
[DisallowConcurrentExecution]
internal sealed class DigestJob(DigestRounds rounds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await rounds.SendDueAsync(cancellationToken);
}
