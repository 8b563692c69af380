namespace RelateBot.Bot.Chat.Outbox;

/// <summary>
/// Applies the platform's <see cref="RateLimit"/> to each workspace and each conversation. For each key it stores one value: when a steady
/// flow would send the next message (the generic cell rate algorithm, ITU-T I.371). A burst may run ahead of it.
/// </summary>
internal sealed class MessageRateLimiter(TimeProvider clock)
{
    private const int ForgetAbove = 10_000;

    private readonly Dictionary<string, DateTimeOffset> nextSteady = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns when the next message may be sent (UTC); a time in the past means now. An unlimited key stores nothing, so it's always
    /// ready.
    /// </summary>
    public DateTimeOffset ReadyAt(string key, double perSecond, int burst) =>
        nextSteady.TryGetValue(key, out var steady) ? steady - (Gap(perSecond) * (burst - 1)) : DateTimeOffset.MinValue;

    /// <summary>Records that a message is sent.</summary>
    public void Take(string key, double perSecond)
    {
        if (double.IsPositiveInfinity(perSecond))
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (nextSteady.Count > ForgetAbove)
        {
            Forget(now);
        }

        nextSteady[key] = Steady(key, now) + Gap(perSecond);
    }

    private static TimeSpan Gap(double perSecond) => TimeSpan.FromSeconds(1 / perSecond);

    private DateTimeOffset Steady(string key, DateTimeOffset now) =>
        nextSteady.TryGetValue(key, out var known) && known > now ? known : now;

    // A key whose steady time has passed limits nothing.
    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, _) in nextSteady.Where(entry => entry.Value <= now).ToList())
        {
            nextSteady.Remove(key);
        }
    }
}

/// <summary>A platform's rate limit. We stay below it, so that the platform never has to refuse a message.</summary>
/// <param name="PerSecond">Messages a second through one workspace.</param>
/// <param name="Burst">How many messages may be sent at once through one workspace after a pause.</param>
/// <param name="PerConversation">Messages a second into one conversation.</param>
/// <param name="ConversationBurst">How many messages may be sent at once into one conversation after a pause.</param>
public sealed record RateLimit(double PerSecond, int Burst, double PerConversation, int ConversationBurst)
{
    /// <summary>No limit.</summary>
    public static readonly RateLimit Unlimited = new(double.PositiveInfinity, int.MaxValue, double.PositiveInfinity, int.MaxValue);
}
