namespace RelateBot.TestSupport.Slack;

public sealed record SlackStandInOptions
{
    /// <summary>The port; 0 for any free port.</summary>
    public int Port { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public string SigningSecret { get; init; } = "0c2f7b6a-stand-in-signing-secret";

    public string AppId { get; init; } = "A0RELATEBOT";

    /// <summary>The lifetime of a trigger. Slack's is three seconds; a debugging session may need more.</summary>
    public TimeSpan TriggerLifetime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The rate limits; null for none.</summary>
    public SlackRateLimitOptions? RateLimits { get; init; }

    /// <summary>How many calls the journal keeps. A benchmark with millions of calls needs few.</summary>
    public int JournalCapacity { get; init; } = int.MaxValue;

    /// <summary>The timeout of waiting members, in real time.</summary>
    public TimeSpan WaitTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
