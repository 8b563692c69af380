using Quartz;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Features.Directory;

/// <summary>Starts the sync of every workspace's directory once a night. <see cref="DirectorySyncService"/> runs it.</summary>
[DisallowConcurrentExecution]
internal sealed class DirectoryJob(IEnumerable<IChatDirectory> directories, OrganisationScope organisations) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var directory in directories)
        {
            foreach (var workspace in await directory.WorkspacesAsync(cancellationToken))
            {
                await organisations.ChangeAsync(
                    workspace.OrganisationId,
                    (DirectoryProgress progress, CancellationToken token) => progress.BeginAsync(workspace, token),
                    cancellationToken);
            }
        }
    }
}
