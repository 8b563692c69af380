using System.Collections.Immutable;

namespace RelateBot.Domain.Pairing.Matching;

/// <summary>A person to be matched in a round.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="DepartmentId">Their department; people without one count as members of the same department.</param>
/// <param name="Hours">Their usual working hours.</param>
public sealed record PairingCandidate(Guid PersonId, Guid? DepartmentId, UtcHours Hours);

/// <summary>People who are matched: two, three when the number is odd, or one when no match was found.</summary>
/// <param name="PersonIds">The people.</param>
/// <param name="IsRepeat">True when two of them were matched recently.</param>
public sealed record PairingMatch(ImmutableArray<Guid> PersonIds, bool IsRepeat);
