namespace RelateBot.TestSupport.Slack;

/// <summary>Numbers of https://docs.slack.dev/apis/web-api/rate-limits; Slack promises "at least", the stand-in allows no more.</summary>
public sealed record SlackRateLimitOptions
{
    /// <summary>Calls a minute by tier, for a method and a workspace.</summary>
    public IReadOnlyDictionary<int, int> PerMinute { get; init; } = new Dictionary<int, int> { [1] = 1, [2] = 20, [3] = 50, [4] = 100 };

    public double MessagesPerSecondAndChannel { get; init; } = 1;

    /// <summary>Short bursts to one channel that Slack tolerates.</summary>
    public int ChannelBurst { get; init; } = 3;

    /// <summary>"Several hundred messages per minute" for a workspace.</summary>
    public int MessagesPerMinuteAndWorkspace { get; init; } = 300;
}
