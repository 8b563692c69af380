using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>Somebody who takes part, and who they are.</summary>
public sealed record PairingParticipant(PairingMember Member, Person Person);
