namespace RelateBot.Domain.Pairing;

/// <summary>Who takes part in coffees, with whom they would rather not, and what came of the rounds, in the current organisation.</summary>
public interface IPairingStore
{
    /// <summary>What this person said about taking part; null when they do not.</summary>
    Task<PairingMember?> MemberAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Everybody who takes part and whom a message reaches.</summary>
    Task<IReadOnlyList<PairingParticipant>> ParticipantsAsync(CancellationToken cancellationToken);

    /// <summary>Whom this person avoids.</summary>
    Task<IReadOnlyList<PairingAvoidance>> AvoidedByAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Every pair of which one avoids the other.</summary>
    Task<IReadOnlyList<(Guid, Guid)>> AvoidancesAsync(CancellationToken cancellationToken);

    /// <summary>True when any of these people avoids another one of them.</summary>
    Task<bool> AvoidEachOtherAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);

    /// <summary>True when somebody planned the round.</summary>
    Task<bool> IsPlannedAsync(DateOnly round, CancellationToken cancellationToken);

    /// <summary>By person, the last round in which they were in a group.</summary>
    Task<IReadOnlyDictionary<Guid, DateOnly>> LastRoundsAsync(CancellationToken cancellationToken);

    /// <summary>The same of one person.</summary>
    Task<DateOnly?> LastRoundAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>The last group of which this person was told; null when there is none.</summary>
    Task<PairingDetails?> LastToldAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Pairs that were put together in a round later than that one.</summary>
    Task<IReadOnlyList<(Guid, Guid)>> PairsAfterAsync(DateOnly round, CancellationToken cancellationToken);

    /// <summary>The group and who is in it; null when there is none.</summary>
    Task<PairingDetails?> FindAsync(Guid groupId, CancellationToken cancellationToken);

    /// <summary>In how many of this person's groups somebody said that they met.</summary>
    Task<int> MetAsync(Guid personId, CancellationToken cancellationToken);

    void Add(PairingMember member);

    void Remove(PairingMember member);

    void Add(PairingAvoidance avoidance);

    void Remove(PairingAvoidance avoidance);

    void Add(PairingRound round);

    void Add(PairingGroup group);

    void Add(PairingSeat seat);

    void Remove(PairingSeat seat);
}
