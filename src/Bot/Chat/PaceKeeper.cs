namespace RelateBot.Bot.Chat;

/// <summary>
/// Keeps each workspace and each conversation to its platform's <see cref="Pace"/>. One number a key is enough: the time at which a steady
/// flow would let the next message go (the generic cell rate algorithm, ITU-T I.371); a burst may run ahead of it.
/// </summary>
internal sealed class PaceKeeper(TimeProvider clock)
{
    private const int ForgetAbove = 10_000;

    private readonly Dictionary<string, DateTimeOffset> nextSteady = new(StringComparer.Ordinal);

    /// <summary>From when there is a place (UTC); some time in the past when there is one. At full speed nothing is kept, so there always is.</summary>
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

    private DateTimeOffset Steady(string key, DateTimeOffset now) => nextSteady.TryGetValue(key, out var known) && known > now ? known : now;

    // A key whose steady time has passed says nothing any more.
    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, _) in nextSteady.Where(entry => entry.Value <= now).ToList())
        {
            nextSteady.Remove(key);
        }
    }
}
