namespace RelateBot.Bot.Slack;

/// <summary>Which way requests come from Slack.</summary>
public enum SlackMode
{
    /// <summary>Slack calls the bot's address.</summary>
    Http,

    /// <summary>The bot opens WebSockets to Slack: https://docs.slack.dev/apis/events-api/using-socket-mode</summary>
    Socket,
}
