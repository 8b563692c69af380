using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>One period's totals in a trend.</summary>
/// <param name="Period">The days that it covers, in the organisation's time zone.</param>
/// <param name="Totals">The totals of the period.</param>
public sealed record TrendPoint(Period Period, DigestTotals Totals);

/// <summary>The cache key of a period's totals.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="DepartmentId">The department; null for the whole organisation.</param>
/// <param name="Period">The days that the totals cover.</param>
/// <param name="Groups">Which departments were shown on their own. When this changes, older values aren't shown next to newer ones.</param>
public sealed record TrendKey(Guid OrganisationId, Guid? DepartmentId, Period Period, string Groups);
