namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/team.profile.get</summary>
public sealed record TeamProfileGetResponse : SlackResponse
{
    public TeamProfile? Profile { get; init; }

    public sealed record TeamProfile
    {
        public IReadOnlyList<Field> Fields { get; init; } = [];
    }

    public sealed record Field(string Id, string Label);
}
