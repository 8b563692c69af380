using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Sending;

namespace RelateBot.Bot.Slack.Access;

/// <summary>Asks Slack at startup which team the token belongs to. The host runs meanwhile, even if Slack doesn't answer.</summary>
public sealed partial class SlackConnector(
    SlackApi api,
    ConfiguredSlackTeam team,
    WorkspaceRegistry workspaces,
    IOptions<SlackOptions> options,
    TimeProvider clock,
    ILogger<SlackConnector> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = FirstPause; !await TryConnectAsync(stoppingToken); pause = TimeSpan.FromTicks(Math.Min(
            pause.Ticks * 2,
            LongestPause.Ticks)))
        {
            await Task.Delay(pause, clock, stoppingToken);
        }
    }

    private async Task<bool> TryConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            var us = await api.With(options.Value.BotToken).TestAuthAsync(cancellationToken);
            team.Connect(await workspaces.ConnectAsync(SlackPlatform.PlatformName, us.TeamId, us.Team, us.UserId, cancellationToken));
            Log.Connected(logger, us.Team, us.TeamId);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotConnected(logger, exception.Message);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Connected to the Slack team {Team} ({TeamId})")]
        public static partial void Connected(ILogger logger, string team, string teamId);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning,
            Message = "Slack has not told yet which team this is: {Reason}. Trying again")]
        public static partial void NotConnected(ILogger logger, string reason);
    }
}
