using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>A group and who is in it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Sitters">Who is in it, by name.</param>
public sealed record PairingDetails(PairingGroup Group, ImmutableArray<PairingDetails.Sitter> Sitters)
{
    /// <summary>Somebody in it. <paramref name="Member"/>: null when they take part no more.</summary>
    public sealed record Sitter(PairingSeat Seat, Person Person, PairingMember? Member);
}
