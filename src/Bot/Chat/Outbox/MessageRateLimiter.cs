namespace RelateBot.Bot.Chat.Outbox;

/// <summary>
/// Keeps each workspace and each conversation to its platform's <see cref="RateLimit"/>. One number a key is enough: the time at which a
/// steady flow would let the next message go (the generic cell rate algorithm, ITU-T I.371); a burst may run ahead of it.
/// </summary>
internal sealed class MessageRateLimiter(TimeProvider clock)
{
    private const int ForgetAbove = 10_000;

    private readonly Dictionary<string, DateTimeOffset> nextSteady = new(StringComparer.Ordinal);

    /// <summary>
    /// From when there is a place (UTC); some time in the past when there is one. At full speed nothing is kept, so there always is.
    /// </summary>
    public DateTimeOffset ReadyAt(string key, double perSecond, int burst) =>
        nextSteady.TryGetValue(key, out var steady) ? steady - (Gap(perSecond) * (burst - 1)) : DateTimeOffset.MinValue;

    /// <summary>Takes a place.</summary>
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

    // A key whose steady time has passed says nothing any more.
    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, _) in nextSteady.Where(entry => entry.Value <= now).ToList())
        {
            nextSteady.Remove(key);
        }
    }
}

/// <summary>How fast a platform lets messages leave, kept ahead of time so that it never has to refuse.</summary>
/// <param name="PerSecond">Messages a second through one workspace.</param>
/// <param name="Burst">How many may leave at once through one workspace after a pause.</param>
/// <param name="PerConversation">Messages a second into one conversation.</param>
/// <param name="ConversationBurst">How many may leave at once into one conversation after a pause.</param>
public sealed record RateLimit(double PerSecond, int Burst, double PerConversation, int ConversationBurst)
{
    /// <summary>As fast as they come.</summary>
    public static readonly RateLimit Unlimited = new(double.PositiveInfinity, int.MaxValue, double.PositiveInfinity, int.MaxValue);
}
