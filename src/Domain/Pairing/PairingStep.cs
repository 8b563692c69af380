using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>What happens to a <see cref="PairingSeat"/> by itself.</summary>
public enum PairingStep
{
    /// <summary>Nothing any more.</summary>
    None,

    /// <summary>They are told whom they meet.</summary>
    Tell,

    /// <summary>They are asked whether they met.</summary>
    Ask,

    /// <summary>They have had their time to answer.</summary>
    Close,
}

/// <summary>A group and who is in it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Attendees">Who is in it, by name.</param>
public sealed record PairingDetails(PairingGroup Group, ImmutableArray<PairingDetails.Attendee> Attendees)
{
    /// <summary>Somebody in it. <paramref name="Member"/>: null when they take part no more.</summary>
    public sealed record Attendee(PairingSeat Seat, Person Person, PairingMember? Member);
}

/// <summary>Somebody who takes part, and who they are.</summary>
public sealed record PairingParticipant(PairingMember Member, Person Person);

/// <summary>What people of a group are to be told now.</summary>
public sealed record PairingNotices
{
    /// <summary>Those who learn now whom they meet.</summary>
    public ImmutableArray<Person> Told { get; init; } = [];

    /// <summary>Everybody whom those meet, themselves included.</summary>
    public ImmutableArray<Person> Group { get; init; } = [];

    /// <summary>True when all of them are told at the same moment, within their working hours.</summary>
    public bool IsTogether { get; init; }

    /// <summary>Who learns that nobody was found this time.</summary>
    public Person? Alone { get; init; }

    /// <summary>Those who are asked whether they met.</summary>
    public ImmutableArray<Person> Asked { get; init; } = [];

    /// <summary>Until when all of this is of use (UTC), but for a pause, which stays one.</summary>
    public DateTimeOffset UsefulUntil { get; init; }

    /// <summary>Those who learn that they are paused, because they said nothing.</summary>
    public ImmutableArray<Person> Paused { get; init; } = [];
}
