namespace RelateBot.TestSupport.Slack;

public sealed record SlackStandInOptions
{
    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public string SigningSecret { get; init; } = "0c2f7b6a-stand-in-signing-secret";

    public string AppId { get; init; } = "A0RELATEBOT";

    /// <summary>Slack lets a trigger live for three seconds; a debugging session may want longer.</summary>
    public TimeSpan TriggerLifetime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Null: nothing is limited.</summary>
    public SlackRateLimitOptions? RateLimits { get; init; }

    /// <summary>How many calls the journal keeps; a benchmark that sends millions wants few.</summary>
    public int JournalCapacity { get; init; } = int.MaxValue;

    /// <summary>How long the waiting members wait, in real time.</summary>
    public TimeSpan WaitTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
