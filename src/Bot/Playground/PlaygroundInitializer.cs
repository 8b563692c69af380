using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Playground.Demo;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground;

/// <summary>
/// Prepares the playground: continues the stored time, seeds the demo into an empty database, and gives everyone an account.
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
    // Real colleagues must not appear next to fictional ones, so the demo isn't seeded if another platform is configured, unless it is
    // requested.
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

    /// <summary>Returns the time of the newest stored entry of any organisation, or null.</summary>
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
