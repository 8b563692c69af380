using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Playground.Demo;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground;

/// <summary>Makes the playground ready: time goes on from what is stored, the demo is there when nothing else is, everybody has an account.</summary>
internal sealed class PlaygroundStart(
    IServiceScopeFactory scopes, Workspaces workspaces, PlaygroundClock clock, IEnumerable<IChatPlatform> platforms, IHostEnvironment environment, IOptions<DemoOptions> demo) : IHostedService
{
    // Real colleagues must not find themselves among made-up ones, so another platform keeps the demo out unless it is asked for.
    private bool WithDemo => demo.Value.Enabled ?? (environment.IsDevelopment() && platforms.All(platform => platform is PlaygroundPlatform));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var newest = await NewestAsync(scope.ServiceProvider.GetRequiredService<RelateDbContext>(), cancellationToken);
            if (newest > clock.GetUtcNow())
            {
                clock.MoveTo(newest.Value);
            }

            if (WithDemo)
            {
                await scope.ServiceProvider.GetRequiredService<DemoSeed>().SeedAsync(cancellationToken);
            }
        }

        var workspace = await workspaces.ConnectAsync(
            PlaygroundPlatform.PlatformName, PlaygroundPlatform.Place, "Playground", PlaygroundPlatform.BotAccount, cancellationToken);
        await using (var scope = scopes.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Tenant>().Is(workspace.OrganisationId);
            await scope.ServiceProvider.GetRequiredService<PlaygroundAccounts>().AddMissingAsync(workspace, cancellationToken);
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>When the newest thing of any organisation was written, if there is any.</summary>
    internal static async Task<DateTimeOffset?> NewestAsync(RelateDbContext context, CancellationToken cancellationToken)
    {
        var delivery = await context.Deliveries.IgnoreQueryFilters().MaxAsync(stored => (DateTimeOffset?)stored.ReceivedAt, cancellationToken);
        var outgoing = await context.Outbox.IgnoreQueryFilters().MaxAsync(stored => (DateTimeOffset?)stored.CreatedAt, cancellationToken);
        var message = await context.PlaygroundMessages.IgnoreQueryFilters().MaxAsync(stored => (DateTimeOffset?)stored.CreatedAt, cancellationToken);
        return ((DateTimeOffset?[])[delivery, outgoing, message]).Max();
    }
}
