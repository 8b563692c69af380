namespace RelateBot.Benchmarks.Commands;

/// <summary>Times in milliseconds of all acknowledged commands of one stretch.</summary>
internal sealed record LoadResult(List<double> Times, int Errors, TimeSpan Elapsed)
{
    public int Acknowledged => Times.Count;

    public double PerSecond => Acknowledged / Elapsed.TotalSeconds;

    public double Percentile(double share)
    {
        var sorted = Times.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    public LoadResult Plus(LoadResult other) => new([.. Times, .. other.Times], Errors + other.Errors, Elapsed + other.Elapsed);
}
