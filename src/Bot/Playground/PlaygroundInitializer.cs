using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Playground.Demo;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground;

/// <summary>
/// Makes the playground ready: time goes on from what is stored, the demo is there when nothing else is, everybody has an account.
/// </summary>
internal sealed class PlaygroundInitializer(
    OrganisationScope organisations,
    WorkspaceRegistry workspaces,
    DemoSeed seed,
    PlaygroundClock clock,
    IEnumerable<IChatPlatform> platforms,
    IHostEnvironment environment,
    IOptions<DemoOptions> demo) : IHostedService
{
    // Real colleagues must not find themselves among made-up ones, so another platform keeps the demo out unless it is asked for.
    private bool WithDemo =>
        demo.Value.Enabled ?? (environment.IsDevelopment() && platforms.All(platform => platform is PlaygroundPlatform));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var newest = await organisations.AcrossAsync(
            (RelateDbContext context, CancellationToken token) => NewestAsync(context, token),
            cancellationToken);
        if (newest > clock.GetUtcNow())
        {
            clock.MoveTo(newest.Value);
        }

        if (WithDemo)
        {
            await seed.SeedAsync(cancellationToken);
        }

        var workspace = await workspaces.ConnectAsync(
            PlaygroundPlatform.PlatformName, PlaygroundPlatform.Place, "Playground", PlaygroundPlatform.BotAccount, cancellationToken);
        await organisations.CommitAsync(
            workspace.OrganisationId,
            (PlaygroundAccounts accounts, CancellationToken token) => accounts.AddMissingAsync(workspace, token),
            cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>When the newest thing of any organisation was written, if there is any.</summary>
    internal static async Task<DateTimeOffset?> NewestAsync(RelateDbContext context, CancellationToken cancellationToken)
    {
        var delivery = await context.Deliveries
            .IgnoreQueryFilters()
            .MaxAsync(stored => (DateTimeOffset?)stored.ReceivedAt, cancellationToken);
        var outgoing = await context.Outbox.IgnoreQueryFilters().MaxAsync(stored => (DateTimeOffset?)stored.CreatedAt, cancellationToken);
        var message = await context.PlaygroundMessages
            .IgnoreQueryFilters()
            .MaxAsync(stored => (DateTimeOffset?)stored.CreatedAt, cancellationToken);
        return ((DateTimeOffset?[])[delivery, outgoing, message]).Max();
    }
}
