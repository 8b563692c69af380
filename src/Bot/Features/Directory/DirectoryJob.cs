using Quartz;
using RelateBot.Bot.Chat;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Features.Directory;

/// <summary>Once a night, has every workspace's directory read again; <see cref="DirectoryService"/> does the reading.</summary>
[DisallowConcurrentExecution]
internal sealed class DirectoryJob(IEnumerable<IChatDirectory> directories, DirectoryIntake intake, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var directory in directories)
        {
            foreach (var workspace in await directory.WorkspacesAsync(cancellationToken))
            {
                await intake.ChangeAsync(
                    workspace,
                    async (services, token) => (await services.GetRequiredService<DirectorySyncs>().GetAsync(workspace, token)).TryBegin(clock.GetUtcNow(), askedBy: null),
                    cancellationToken);
            }
        }
    }
}
