using System.Collections.Concurrent;

namespace RelateBot.Domain.Digests;

/// <summary>
/// Figures of periods that are long over, for an hour: somebody who takes back an old thanks sees it in the trend by then.
/// </summary>
public sealed class TrendCache(TimeProvider clock)
{
    /// <summary>For how long.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // A hundred departments over three years; beyond that it starts anew rather than grow.
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<TrendKey, (DigestTotals Totals, DateTimeOffset Until)> known = new();

    /// <summary>What is remembered, or what is found out now.</summary>
    public async Task<DigestTotals> GetOrAddAsync(TrendKey key, Func<Task<DigestTotals>> find)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(key, out var found) && found.Until > now)
        {
            return found.Totals;
        }

        var totals = await find();
        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[key] = (totals, now + Lifetime);
        return totals;
    }
}
