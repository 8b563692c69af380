using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Bot.Hosting;

/// <summary>The first thing a starting host does: nothing else may meet a database that lacks tables.</summary>
internal sealed class DatabasePreparation(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Migrator>().PrepareAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<ProtectionChangeover>().RunAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
