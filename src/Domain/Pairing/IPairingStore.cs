namespace RelateBot.Domain.Pairing;

/// <summary>The coffee pairings of the current organisation: members, avoid-lists, rounds and groups.</summary>
public interface IPairingStore
{
    /// <summary>Finds a person's membership.</summary>
    /// <returns>Null when they don't take part.</returns>
    Task<PairingMember?> MemberAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Returns everyone who takes part and can receive messages.</summary>
    Task<IReadOnlyList<PairingParticipant>> ParticipantsAsync(CancellationToken cancellationToken);

    /// <summary>Returns a person's avoid-list.</summary>
    Task<IReadOnlyList<PairingAvoidance>> AvoidedByAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Returns every pair of people where one avoids the other.</summary>
    Task<IReadOnlyList<(Guid, Guid)>> AvoidancesAsync(CancellationToken cancellationToken);

    /// <summary>True when any of these people avoids another of them.</summary>
    Task<bool> AvoidEachOtherAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);

    /// <summary>True when the round is already planned.</summary>
    Task<bool> IsPlannedAsync(DateOnly round, CancellationToken cancellationToken);

    /// <summary>Returns, by person, the last round in which they were in a group.</summary>
    Task<IReadOnlyDictionary<Guid, DateOnly>> LastRoundsAsync(CancellationToken cancellationToken);

    /// <summary>Returns the last round in which a person was in a group.</summary>
    /// <returns>Null when there is none.</returns>
    Task<DateOnly?> LastRoundAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Finds the last group that this person was told about.</summary>
    /// <returns>Null when there is none.</returns>
    Task<PairingDetails?> LastToldAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Returns the pairs that were matched in rounds after <paramref name="round"/>.</summary>
    Task<IReadOnlyList<(Guid, Guid)>> PairsAfterAsync(DateOnly round, CancellationToken cancellationToken);

    /// <summary>Finds a group and its people.</summary>
    /// <returns>Null when there is none.</returns>
    Task<PairingDetails?> FindAsync(Guid groupId, CancellationToken cancellationToken);

    /// <summary>Counts the groups of this person in which someone said that they met.</summary>
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
