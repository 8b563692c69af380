using Microsoft.Extensions.Options;
using Quartz;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Sends prompts whose time has come, organisation by organisation and batch by batch, so that memory does not grow with their number.</summary>
[DisallowConcurrentExecution]
internal sealed class PromptJob(IServiceScopeFactory scopes, IOptions<PromptOptions> options) : IJob
{
    // Somebody who changes their settings at that very moment makes a batch start again; this often in a row it is no coincidence.
    private const int Attempts = 10;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (options.Value.Enabled)
        {
            await RunAsync(cancellationToken);
        }
    }

    /// <summary>All of it.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var workspace in await OrganisationsAsync(cancellationToken))
        {
            await WalkAsync(workspace, (round, after) => round.MeetAsync(after, cancellationToken));
            await WalkAsync(workspace, (round, after) => round.RunAsync(workspace, after, cancellationToken));
        }
    }

    /// <summary>Batch after batch, in the order of people's ids, to the last one.</summary>
    private async Task WalkAsync(Workspace workspace, Func<PromptRound, Guid, Task<Guid?>> step)
    {
        for (Guid? last = Guid.Empty; last is { } after;)
        {
            last = await InScopeAsync(workspace, round => step(round, after));
        }
    }

    private async Task<IReadOnlyList<Workspace>> OrganisationsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PromptStore>().OrganisationsAsync(cancellationToken);
    }

    private async Task<T> InScopeAsync<T>(Workspace workspace, Func<PromptRound, Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Tenant>().Is(workspace.OrganisationId);
                return await work(scope.ServiceProvider.GetRequiredService<PromptRound>());
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // Look again at what is true now.
            }
        }
    }
}
