namespace RelateBot.Domain.Pairing;

/// <summary>Somebody to be paired in a round.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="DepartmentId">Their department; two people without one count as of one department.</param>
/// <param name="Hours">When they usually work.</param>
public sealed record PairingCandidate(Guid PersonId, Guid? DepartmentId, UtcHours Hours);
