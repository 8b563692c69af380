using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using RelateBot.Bot.Features.Pairing;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Bot.Hosting;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.EndToEnd.Tests.Jobs;

/// <summary>The bot's services without a socket, on a database that other hosts may share. Its jobs run when a test starts them.</summary>
internal sealed class JobHost : IAsyncDisposable
{
    private readonly WebApplication app;

    public JobHost(TestDatabase database, TimeProvider clock, Action<IServiceCollection>? customise = null) =>
        app = RelateBotHost.BuildServices(["--environment", "Testing"], builder =>
    {
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Playground:Enabled"] = "true",
            ["Organisation:TimeZone"] = "Etc/UTC",
            ["Prompts:Time"] = "10:00",
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        customise?.Invoke(builder.Services);
    });

    public Task PromptAsync() => RunAsync<PromptJob>();

    public Task PairAsync() => RunAsync<PairingJob>();

    public async Task<T> InScopeAsync<T>(Guid organisationId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(organisationId);
        return await work(scope.ServiceProvider);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>As the scheduler does it: when too much happens in between, the job comes again a little later.</summary>
    private async Task RunAsync<TJob>()
        where TJob : IJob
    {
        for (var isDone = false; !isDone;)
        {
            try
            {
                await app.Services.GetRequiredService<TJob>().Execute(null!, CancellationToken.None);
                isDone = true;
            }
            catch (AggregateException exception) when (exception.InnerExceptions.All(failure => failure is ConflictException))
            {
                // Too many conflicts in a row.
            }
        }
    }
}
