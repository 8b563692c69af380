using System.Numerics;

namespace RelateBot.Domain.Pairing;

/// <summary>When somebody usually works, as the half hours of a day in UTC: bit 0 is from 00:00 to 00:30.</summary>
public readonly record struct UtcHours(ulong Halves)
{
    /// <summary>How many half hours a day has.</summary>
    public const int PerDay = 48;

    /// <summary>How long both work at the same time.</summary>
    public TimeSpan Overlap(UtcHours other) => TimeSpan.FromMinutes(30 * BitOperations.PopCount(Halves & other.Halves));
}
