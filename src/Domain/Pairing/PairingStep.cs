using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>The next scheduled step of a <see cref="PairingSeat"/>.</summary>
public enum PairingStep
{
    /// <summary>Nothing is scheduled.</summary>
    None,

    /// <summary>The person is told who they meet.</summary>
    Tell,

    /// <summary>The person is asked whether they met.</summary>
    Ask,

    /// <summary>The time to answer is up.</summary>
    Close,
}

/// <summary>A group and its people.</summary>
/// <param name="Group">The group.</param>
/// <param name="Attendees">Its people.</param>
public sealed record PairingDetails(PairingGroup Group, ImmutableArray<PairingDetails.Attendee> Attendees)
{
    /// <summary>A person in a group.</summary>
    /// <param name="Seat">Their membership of the group.</param>
    /// <param name="Person">The person.</param>
    /// <param name="Member">Their membership in coffees; null when they no longer take part.</param>
    public sealed record Attendee(PairingSeat Seat, Person Person, PairingMember? Member);
}

/// <summary>A member with their profile.</summary>
public sealed record PairingParticipant(PairingMember Member, Person Person);

/// <summary>The messages to send to the people of a group.</summary>
public sealed record PairingNotices
{
    /// <summary>The people to tell who they meet.</summary>
    public ImmutableArray<Person> Told { get; init; } = [];

    /// <summary>Everyone in their group, including themselves.</summary>
    public ImmutableArray<Person> Group { get; init; } = [];

    /// <summary>True when all of them are told at the same time, within everyone's working hours.</summary>
    public bool IsTogether { get; init; }

    /// <summary>The person to tell that no match was found.</summary>
    public Person? Alone { get; init; }

    /// <summary>The people to ask whether they met.</summary>
    public ImmutableArray<Person> Asked { get; init; } = [];

    /// <summary>When these messages expire (UTC). The ones about a pause don't.</summary>
    public DateTimeOffset UsefulUntil { get; init; }

    /// <summary>The people to tell that they are paused because they didn't answer.</summary>
    public ImmutableArray<Person> Paused { get; init; } = [];
}
