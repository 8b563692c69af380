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

    /// <summary>All of it. Returns how many people were thought of.</summary>
    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var thoughtOf = 0;
        foreach (var workspace in await OrganisationsAsync(cancellationToken))
        {
            while (await InScopeAsync(workspace, round => round.MeetAsync(cancellationToken)) > 0)
            {
            }

            while (await InScopeAsync(workspace, round => round.RunAsync(workspace, cancellationToken)) is > 0 and var some)
            {
                thoughtOf += some;
            }
        }

        return thoughtOf;
    }

    private async Task<IReadOnlyList<Workspace>> OrganisationsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PromptStore>().OrganisationsAsync(cancellationToken);
    }

    private async Task<int> InScopeAsync(Workspace workspace, Func<PromptRound, Task<int>> work)
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
