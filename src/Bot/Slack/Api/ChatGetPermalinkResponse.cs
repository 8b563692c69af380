namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/chat.getPermalink</summary>
public sealed record ChatGetPermalinkResponse : SlackResponse
{
    public string? Permalink { get; init; }
}
