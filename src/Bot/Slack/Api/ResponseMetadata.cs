namespace RelateBot.Bot.Slack.Api;

/// <summary>Where the next page starts, and what Slack has to say about the call.</summary>
public sealed record ResponseMetadata
{
    public string? NextCursor { get; init; }

    public IReadOnlyList<string>? Messages { get; init; }
}
