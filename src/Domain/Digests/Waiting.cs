namespace RelateBot.Domain.Digests;

/// <summary>How long most people waited.</summary>
/// <param name="Median">Half of them no longer than this.</param>
/// <param name="Most">Nine of ten no longer than this: the 90th percentile.</param>
public sealed record Waiting(TimeSpan Median, TimeSpan Most)
{
    /// <summary>By nearest rank: a time that somebody did wait. Null without any.</summary>
    public static Waiting? Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? null : new Waiting(Rank(0.5), Rank(0.9));

        TimeSpan Rank(double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
