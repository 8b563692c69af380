using System.Collections.Concurrent;

namespace RelateBot.Domain.Digests;

/// <summary>Caches the totals of past periods for an hour. Undoing an old thanks shows in the trend within that time.</summary>
public sealed class TrendCache(TimeProvider clock)
{
    /// <summary>How long totals are cached.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // Enough for a hundred departments over three years. When the cache is full, it is cleared.
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<TrendKey, (DigestTotals Totals, DateTimeOffset Until)> cached = new();

    /// <summary>Returns the cached totals, or computes and caches them.</summary>
    public async Task<DigestTotals> GetOrAddAsync(TrendKey key, Func<Task<DigestTotals>> find)
    {
        var now = clock.GetUtcNow();
        if (cached.TryGetValue(key, out var found) && found.Until > now)
        {
            return found.Totals;
        }

        var totals = await find();
        if (cached.Count >= Most)
        {
            cached.Clear();
        }

        cached[key] = (totals, now + Lifetime);
        return totals;
    }
}
