namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/auth.test</summary>
public sealed record AuthTestResponse : SlackResponse
{
    public required string TeamId { get; init; }

    public required string Team { get; init; }

    /// <summary>The bot's own user.</summary>
    public required string UserId { get; init; }
}
