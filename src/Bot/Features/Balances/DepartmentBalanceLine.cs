using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Features.Balances;

/// <summary>A department's balance with another one.</summary>
/// <param name="Other">The other one.</param>
/// <param name="Recent">Of the last ninety days.</param>
/// <param name="Always">Of all time.</param>
/// <param name="MayBeTold">False when either is so small that its figures would be somebody's own.</param>
public sealed record DepartmentBalanceLine(Department Other, Balance Recent, Balance Always, bool MayBeTold);
