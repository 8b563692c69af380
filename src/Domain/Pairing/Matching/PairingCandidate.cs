using System.Collections.Immutable;

namespace RelateBot.Domain.Pairing.Matching;

/// <summary>Somebody to be paired in a round.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="DepartmentId">Their department; two people without one count as of one department.</param>
/// <param name="Hours">When they usually work.</param>
public sealed record PairingCandidate(Guid PersonId, Guid? DepartmentId, UtcHours Hours);

/// <summary>People put together: two, or three when somebody would have been left over; one when nobody could be found.</summary>
/// <param name="PersonIds">Who.</param>
/// <param name="IsRepeat">True when two of them were put together lately.</param>
public sealed record PairingMatch(ImmutableArray<Guid> PersonIds, bool IsRepeat);
