using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>What people of a group are to be told now.</summary>
public sealed record PairingNews
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
