using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>
/// People put together in a round. What happens with it is checked against the version that was read, so it happens once.
/// </summary>
public sealed class PairingGroup : IOrganisationScoped
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The first day of its round.</summary>
    public required DateOnly Round { get; init; }

    /// <summary>True when two of them were put together lately.</summary>
    public required bool IsRepeat { get; init; }

    /// <summary>When at least one of them said that they met (UTC).</summary>
    public DateTimeOffset? MetAt { get; private set; }

    /// <summary>Changes with every write.</summary>
    public int Version { get; private set; }

    /// <summary>One of them said what came of it. <paramref name="hasMet"/>: true when any of them says that they met.</summary>
    public void Settle(bool hasMet, DateTimeOffset now)
    {
        MetAt = hasMet ? MetAt ?? now : null;
        Touch();
    }

    /// <summary>Something happens with it.</summary>
    public void Touch() => Version++;
}

/// <summary>Somebody's place in a <see cref="PairingGroup"/>; one a person and round.</summary>
public sealed class PairingSeat : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Which group.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The first day of the group's round.</summary>
    public required DateOnly Round { get; init; }

    /// <summary>What they said came of it.</summary>
    public PairingAnswer Answer { get; private set; }

    /// <summary>What happens by itself next.</summary>
    public PairingStep NextStep { get; private set; }

    /// <summary>When that happens (UTC).</summary>
    public DateTimeOffset? NextStepAt { get; private set; }

    /// <summary>Says what happens by itself next, and when (UTC).</summary>
    public void Plan(PairingStep step, DateTimeOffset? at) => (NextStep, NextStepAt) = (step, at);

    /// <summary>They say what came of it; the last word counts.</summary>
    public void Say(PairingAnswer answer) => Answer = answer;
}

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

/// <summary>A round that was planned, so that no host plans it again.</summary>
public sealed class PairingRound : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Its first day, where the organisation is.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was planned (UTC).</summary>
    public required DateTimeOffset PlannedAt { get; init; }
}

/// <summary>What somebody said came of a coffee.</summary>
public enum PairingAnswer
{
    /// <summary>Nothing so far.</summary>
    None,

    /// <summary>They met.</summary>
    Met,

    /// <summary>They still want to.</summary>
    NotYet,

    /// <summary>Nothing came of it.</summary>
    DidNotHappen,
}
