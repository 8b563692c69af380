namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/auth.test; where Slack says no, it says nothing but the error.</summary>
public sealed record AuthTestResponse : SlackResponse
{
    public string TeamId { get; init; } = "";

    public string Team { get; init; } = "";

    /// <summary>The bot's own user.</summary>
    public string UserId { get; init; } = "";
}
