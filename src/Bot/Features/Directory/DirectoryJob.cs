using Quartz;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Features.Directory;

/// <summary>Once a night, has every workspace's directory read again; <see cref="DirectorySyncService"/> does the reading.</summary>
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
