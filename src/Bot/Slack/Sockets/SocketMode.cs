using System.Net.WebSockets;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Api;

namespace RelateBot.Bot.Slack.Sockets;

/// <summary>
/// Socket Mode: keeps the configured number of sockets open. A socket is replaced only after its successor has said hello, so one is always
/// listening.
/// </summary>
public sealed partial class SocketMode(
    SlackApi api, SocketEnvelopeDispatcher requests, IOptions<SlackOptions> options, TimeProvider clock, ILogger<SocketMode> logger)
        : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HelloWithin = TimeSpan.FromSeconds(10);

    // A socket that ends earlier without a request from Slack counts as a failure.
    private static readonly TimeSpan GoodLife = TimeSpan.FromSeconds(30);

    // Slack closes a socket about ten seconds after its warning.
    private static readonly TimeSpan FarewellWithin = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.SocketConnections).Select(_ => HoldAsync(stoppingToken)));

    /// <summary>Replaces sockets one after the other until the host stops.</summary>
    private async Task HoldAsync(CancellationToken stoppingToken)
    {
        var farewells = new List<Task>();
        SlackSocket? current = null;
        var pause = FirstPause;
        try
        {
            while (true)
            {
                var next = await OpenAsync(stoppingToken);
                if (current is not null)
                {
                    farewells.Add(current.DrainAsync(FarewellWithin, clock));
                    farewells.RemoveAll(farewell => farewell.IsCompleted);
                }

                current = next;
                var openedAt = clock.GetUtcNow();
                var reason = await current.ReplacementRequested.WaitAsync(stoppingToken);
                Log.WantsSuccessor(logger, reason);
                if (reason is "link_disabled")
                {
                    Log.SwitchedOff(logger);
                    await Task.Delay(LongestPause, clock, stoppingToken);
                }
                else if (reason is not ("warning" or "refresh_requested") && clock.GetUtcNow() - openedAt < GoodLife)
                {
                    await Task.Delay(WithJitter(pause), clock, stoppingToken);
                    pause = Doubled(pause);
                }
                else
                {
                    pause = FirstPause;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping. Current requests are finished first.
        }

        if (current is not null)
        {
            await current.DisposeAsync();
        }

        await Task.WhenAll(farewells).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>
    /// Tries until a socket is open. The delay doubles from one second, with jitter, so that many hosts don't reconnect at the same time.
    /// </summary>
    private async Task<SlackSocket> OpenAsync(CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = Doubled(pause))
        {
            try
            {
                return await TryOpenAsync(cancellationToken);
            }
            catch (Exception exception) when (exception is SlackApiException or PlatformException or WebSocketException or TimeoutException)
            {
                var wait = (exception as PlatformException)?.RetryAfter ?? WithJitter(pause);
                Log.NotOpened(logger, wait, exception.Message);
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    private static TimeSpan Doubled(TimeSpan pause) => TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));

    private static TimeSpan WithJitter(TimeSpan pause) => pause * (0.75 + (Random.Shared.NextDouble() / 2));

    private async Task<SlackSocket> TryOpenAsync(CancellationToken cancellationToken)
    {
        var opened = await api.With(options.Value.AppToken).OpenSocketAsync(cancellationToken);
        var client = new ClientWebSocket();
        client.Options.KeepAliveInterval = options.Value.SocketPing;
        client.Options.KeepAliveTimeout = options.Value.SocketPing;
        var socket = new SlackSocket(client, requests);
        try
        {
            await client.ConnectAsync(new Uri(opened.Url), cancellationToken).WaitAsync(HelloWithin, clock, cancellationToken);
            await socket.BeginAsync(cancellationToken).WaitAsync(HelloWithin, clock, cancellationToken);
            Log.Opened(logger);
            return socket;
        }
        catch
        {
            await socket.DisposeAsync();
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "A socket to Slack is open")]
        public static partial void Opened(ILogger logger);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Replacing a socket to Slack: {Reason}")]
        public static partial void WantsSuccessor(ILogger logger, string reason);

        [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "No socket to Slack; trying again in {Pause}: {Reason}")]
        public static partial void NotOpened(ILogger logger, TimeSpan pause, string reason);

        [LoggerMessage(
            EventId = 4,
            Level = LogLevel.Error,
            Message = "Socket Mode was switched off for the app. Switch it on at the app's page, or set Slack:Mode=Http")]
        public static partial void SwitchedOff(ILogger logger);
    }
}
