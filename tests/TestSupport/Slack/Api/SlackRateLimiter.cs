using System.Collections.Concurrent;
using System.Globalization;

namespace RelateBot.TestSupport.Slack;

/// <summary>Token buckets for each method and workspace, and for messages also for each channel and workspace.</summary>
internal sealed class SlackRateLimiter(SlackRateLimitOptions limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    /// <summary>Returns null when the call is allowed, otherwise the seconds for Retry-After.</summary>
    public string? Take(SlackWorkspace workspace, string method, SlackArguments arguments)
    {
        var now = time.GetUtcNow();
        if (method is "chat.postMessage")
        {
            var channel = Find(
                $"{workspace.Id}/{method}/{arguments.Text("channel")}",
                limits.ChannelBurst,
                limits.MessagesPerSecondAndChannel);
            var all = Find($"{workspace.Id}/{method}", limits.MessagesPerMinuteAndWorkspace, limits.MessagesPerMinuteAndWorkspace / 60.0);
            return TakeAll(now, channel, all);
        }

        if (SlackMethods.Find(method) is not { Tier: > 0 } declared || !limits.PerMinute.TryGetValue(declared.Tier, out var perMinute))
            return null;
        return TakeAll(now, Find($"{workspace.Id}/{method}", perMinute, perMinute / 60.0));
    }

    private string? TakeAll(DateTimeOffset now, params ReadOnlySpan<Bucket> wanted)
    {
        lock (buckets)
        {
            var wait = TimeSpan.Zero;
            foreach (var bucket in wanted) wait = TimeSpan.FromTicks(Math.Max(wait.Ticks, bucket.WaitFor(now).Ticks));
            if (wait > TimeSpan.Zero) return Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            foreach (var bucket in wanted) bucket.Take();
            return null;
        }
    }

    private Bucket Find(string key, int size, double perSecond) =>
        buckets.GetOrAdd(key, _ => new Bucket(size, perSecond, time.GetUtcNow()));

    private sealed class Bucket(int size, double perSecond, DateTimeOffset start)
    {
        private double level = size;
        private DateTimeOffset filledAt = start;

        public TimeSpan WaitFor(DateTimeOffset now)
        {
            level = Math.Min(size, level + ((now - filledAt).TotalSeconds * perSecond));
            filledAt = now;

            // Rounding errors of many small refills may leave a value just below one.
            return level >= 1 - 1e-6 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - level) / perSecond);
        }

        public void Take() => level--;
    }
}

/// <summary>Limits from https://docs.slack.dev/apis/web-api/rate-limits. Slack promises "at least"; the stand-in allows no more.</summary>
public sealed record SlackRateLimitOptions
{
    /// <summary>Calls per minute by tier, for a method and a workspace.</summary>
    public IReadOnlyDictionary<int, int> PerMinute { get; init; } = new Dictionary<int, int> { [1] = 1, [2] = 20, [3] = 50, [4] = 100 };

    public double MessagesPerSecondAndChannel { get; init; } = 1;

    /// <summary>The short bursts to a channel that Slack tolerates.</summary>
    public int ChannelBurst { get; init; } = 3;

    /// <summary>"Several hundred messages per minute" in a workspace.</summary>
    public int MessagesPerMinuteAndWorkspace { get; init; } = 300;
}
