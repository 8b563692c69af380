namespace RelateBot.Benchmarks.Commands;

/// <summary>
/// Times in milliseconds of all acknowledged commands of one stretch, and the processor time that the server took for them.
/// </summary>
internal sealed record LoadResult(List<double> Times, int Errors, TimeSpan Elapsed, TimeSpan Processor)
{
    public int Acknowledged => Times.Count;

    public double PerSecond => Acknowledged / Elapsed.TotalSeconds;

    /// <summary>Processor time of the server for one command.</summary>
    public double ProcessorMicroseconds => Processor.TotalMicroseconds / Acknowledged;

    public double Percentile(double share)
    {
        var sorted = Times.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    public LoadResult Plus(LoadResult other) =>
        new([.. Times, .. other.Times], Errors + other.Errors, Elapsed + other.Elapsed, Processor + other.Processor);
}
