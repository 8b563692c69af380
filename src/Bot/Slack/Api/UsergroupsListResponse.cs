namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/usergroups.list</summary>
public sealed record UsergroupsListResponse : SlackResponse
{
    public IReadOnlyList<UserGroup> Usergroups { get; init; } = [];
}
