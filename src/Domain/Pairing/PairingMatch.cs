using System.Collections.Immutable;

namespace RelateBot.Domain.Pairing;

/// <summary>People put together: two, or three when somebody would have been left over; one when nobody could be found.</summary>
/// <param name="PersonIds">Who.</param>
/// <param name="IsRepeat">True when two of them were put together lately.</param>
public sealed record PairingMatch(ImmutableArray<Guid> PersonIds, bool IsRepeat);
