namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/apps.connections.open</summary>
public sealed record AppsConnectionsOpenResponse : SlackResponse
{
    public string Url { get; init; } = "";
}
