using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace RelateBot.Bot.Hosting;

/// <summary>Logs the bot's address once the host listens.</summary>
internal sealed partial class StartupAnnouncement(IServer server, IHostApplicationLifetime lifetime, ILogger<StartupAnnouncement> logger)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            {
                Log.Ready(logger, address);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "RelateBot is ready: open {Address}/")]
        public static partial void Ready(ILogger logger, string address);
    }
}
