using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using RelateBot.Bot.Hosting;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport.Databases;

namespace RelateBot.TestSupport;

/// <summary>The whole bot on a real local socket, with its own database.</summary>
public sealed class BotUnderTest : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private BotUnderTest(WebApplication app, string folder)
    {
        this.app = app;
        this.folder = folder;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient("tests");
        Client.BaseAddress = Address;
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>Where the database is.</summary>
    public string Folder => folder;

    /// <summary>Creates settings for another host on the same database.</summary>
    public string ConnectionString => $"Data Source={Path.Combine(folder, "test.db")}";

    public IServiceProvider Services => app.Services;

    /// <summary>
    /// Starts the bot. <paramref name="settings"/> are configuration keys. The default database is SQLite in a temporary folder.
    /// </summary>
    public static async Task<BotUnderTest> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, TimeProvider? clock = null, string environment = "Testing",
        Action<IServiceCollection>? services = null, FakeLogCollector? logs = null)
    {
        var home = Directory.CreateTempSubdirectory("relatebot-").FullName;
        var bot = RelateBotHost.Build(
            ["--environment", environment],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Urls"] = "http://127.0.0.1:0",
                    ["ConnectionStrings:RelateBot"] = $"Data Source={Path.Combine(home, "test.db")}",
                    ["Logging:LogLevel:Default"] = "Warning",

                    // Other tests may move the clock without sending anything.
                    ["Prompts:Enabled"] = "false",
                });
                builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal));
                builder.Logging.ClearProviders();
                if (logs is not null)
                {
                    builder.Logging.AddProvider(new FakeLoggerProvider(logs));
                }

                builder.Services.AddHttpClient();
                builder.Services.ConfigureDbContext<RelateDbContext>(options => options.AddInterceptors(LengthGuard.Instance));
                if (clock is not null)
                {
                    builder.Services.AddSingleton(clock);
                }

                services?.Invoke(builder.Services);
            });
        try
        {
            await bot.StartAsync();
            return new BotUnderTest(bot, home);
        }
        catch
        {
            await bot.DisposeAsync();
            Directory.Delete(home, recursive: true);
            throw;
        }
    }

    /// <summary>Runs an action in a scope of the organisation that owns this workspace, or of the only organisation.</summary>
    public async Task<T> InScopeAsync<T>(Guid organisationId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(organisationId);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Stops the bot as an administrator would. Its files stay until it is disposed.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();

        // SQLite keeps pooled connections open. The folder can be deleted only after the last one is closed.
        await using (var last = new SqliteConnection($"Data Source={Path.Combine(folder, "test.db")}"))
        {
            SqliteConnection.ClearPool(last);
        }

        Directory.Delete(folder, recursive: true);
    }
}
