namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/users.info</summary>
public sealed record UsersInfoResponse : SlackResponse
{
    public SlackUser? User { get; init; }
}
