using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>How coffees stand for somebody.</summary>
public sealed record PairingState
{
    /// <summary>What they said; null when they do not take part.</summary>
    public required PairingMember? Member { get; init; }

    /// <summary>The round in which they are paired next; null when in none, as it stands.</summary>
    public required DateOnly? NextRound { get; init; }

    /// <summary>With whom they have been put together and have not said yet what came of it.</summary>
    public ImmutableArray<Person> ToMeet { get; init; } = [];

    /// <summary>How many coffees they had.</summary>
    public required int Met { get; init; }

    /// <summary>The day, where the organisation is.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>True when they take part and are left alone for now.</summary>
    public bool IsPaused => Member?.IsPausedOn(Today) ?? false;
}
