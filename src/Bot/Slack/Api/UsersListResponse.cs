namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/users.list</summary>
public sealed record UsersListResponse : SlackResponse
{
    public IReadOnlyList<SlackUser> Members { get; init; } = [];
}
