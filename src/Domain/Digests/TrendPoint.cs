using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>A period's figures among those of the periods before and after it, made as a digest's are.</summary>
/// <param name="Period">Of which days.</param>
/// <param name="Totals">All of it together.</param>
public sealed record TrendPoint(Period Period, DigestTotals Totals);

/// <summary>What a remembered figure depends on.</summary>
/// <param name="OrganisationId">Whose.</param>
/// <param name="DepartmentId">Of which department; null for the whole organisation.</param>
/// <param name="Period">Of which days.</param>
/// <param name="Groups">Which departments had figures of their own. When that changes, nothing of before is shown beside what is
/// new.</param>
public sealed record TrendKey(Guid OrganisationId, Guid? DepartmentId, Period Period, string Groups);
