namespace RelateBot.Domain.Relationships;

/// <summary>
/// How far help goes both ways: <c>r = Σ min(w_ij, w_ji) / Σ w_ij</c>, both sums over all ordered pairs i ≠ j, where w_ij is how often
/// i helped j. 0: every help goes one way. 1: each pair gives as much as it takes. The weighted reciprocity of T. Squartini,
/// F. Picciolo, F. Ruzzenenti and D. Garlaschelli, "Reciprocity of weighted networks", Scientific Reports 3, 2729 (2013),
/// https://doi.org/10.1038/srep02729.
/// </summary>
public static class Reciprocity
{
    /// <summary>Computes it for unordered pairs, each listed once with both directions.</summary>
    /// <returns>0..1; null when there is no help at all.</returns>
    public static double? Of(IEnumerable<(int There, int Back)> pairs)
    {
        var (both, all) = (0L, 0L);
        foreach (var (there, back) in pairs)
        {
            both += 2L * Math.Min(there, back);
            all += (long)there + back;
        }

        return all == 0 ? null : (double)both / all;
    }
}
