using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>People matched in a round. Every change has a version check, so each step happens once.</summary>
public sealed class PairingGroup : IOrganisationScoped
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The first day of the group's round.</summary>
    public required DateOnly Round { get; init; }

    /// <summary>True when two of its people were matched recently.</summary>
    public required bool IsRepeat { get; init; }

    /// <summary>When someone first said that they met (UTC); null while no one has.</summary>
    public DateTimeOffset? MetAt { get; private set; }

    /// <summary>Incremented with every write.</summary>
    public int Version { get; private set; }

    /// <summary>Updates whether the group met after someone answered.</summary>
    /// <param name="hasMet">True when at least one of its people says that they met.</param>
    /// <param name="now">The current time (UTC).</param>
    public void Settle(bool hasMet, DateTimeOffset now)
    {
        MetAt = hasMet ? MetAt ?? now : null;
        Touch();
    }

    /// <summary>Increments the version, so that concurrent steps conflict.</summary>
    public void Touch() => Version++;
}

/// <summary>A person's membership of a <see cref="PairingGroup"/>, at most one for each person and round.</summary>
public sealed class PairingSeat : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The first day of the group's round.</summary>
    public required DateOnly Round { get; init; }

    /// <summary>The person's answer about the coffee.</summary>
    public PairingAnswer Answer { get; private set; }

    /// <summary>The next scheduled step.</summary>
    public PairingStep NextStep { get; private set; }

    /// <summary>When the next step is due (UTC); null when there is none.</summary>
    public DateTimeOffset? NextStepAt { get; private set; }

    /// <summary>Schedules the next step (UTC).</summary>
    public void Plan(PairingStep step, DateTimeOffset? at) => (NextStep, NextStepAt) = (step, at);

    /// <summary>Records the person's answer. The latest one counts.</summary>
    public void Say(PairingAnswer answer) => Answer = answer;
}

/// <summary>A person's coffee status.</summary>
public sealed record PairingState
{
    /// <summary>The person's membership; null when they don't take part.</summary>
    public required PairingMember? Member { get; init; }

    /// <summary>The first day of the next round in which they'll be matched; null when none is planned.</summary>
    public required DateOnly? NextRound { get; init; }

    /// <summary>The people of their latest group, while they haven't answered whether they met.</summary>
    public ImmutableArray<Person> ToMeet { get; init; } = [];

    /// <summary>The number of coffees that took place.</summary>
    public required int Met { get; init; }

    /// <summary>Today's date in the organisation's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>True when they take part but are paused.</summary>
    public bool IsPaused => Member?.IsPausedOn(Today) ?? false;
}

/// <summary>A planned round. It stops other hosts from planning the same one.</summary>
public sealed class PairingRound : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The first day of the round, in the organisation's time zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was planned (UTC).</summary>
    public required DateTimeOffset PlannedAt { get; init; }
}

/// <summary>A person's answer about a coffee.</summary>
public enum PairingAnswer
{
    /// <summary>No answer yet.</summary>
    None,

    /// <summary>They met.</summary>
    Met,

    /// <summary>They still want to meet.</summary>
    NotYet,

    /// <summary>They didn't meet and won't.</summary>
    DidNotHappen,
}
