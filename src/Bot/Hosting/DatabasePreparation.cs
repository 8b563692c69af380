using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Bot.Hosting;

/// <summary>Prepares the database before anything else starts, so that nothing runs without its tables.</summary>
internal sealed class DatabasePreparation(OrganisationScope organisations) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await organisations.AcrossAsync((Migrator migrator, CancellationToken token) => migrator.PrepareAsync(token), cancellationToken);
        await organisations.AcrossAsync(
            (ProtectionKeyRotation changeover, CancellationToken token) => changeover.RunAsync(token),
            cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
