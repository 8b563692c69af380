namespace RelateBot.Bot.Slack.Api;

public sealed record ChatPostMessageResponse : SlackResponse
{
    public string Channel { get; init; } = "";

    public string Ts { get; init; } = "";
}
