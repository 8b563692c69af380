namespace RelateBot.Domain.Pairing;

/// <summary>Somebody's place in a <see cref="PairingGroup"/>; one a person and round.</summary>
public sealed class PairingSeat : IBelongToOrganisation
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
