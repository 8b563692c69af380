using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>A period's figures among those of the periods before and after it, made as a digest's are.</summary>
/// <param name="Period">Of which days.</param>
/// <param name="Totals">All of it together.</param>
public sealed record TrendPoint(Period Period, DigestTotals Totals);
