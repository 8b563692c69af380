namespace RelateBot.Domain.Relationships;

/// <summary>One exchange or ask between a person and another person or a department. Undone ones have no entry.</summary>
public sealed record BalanceEntry
{
    /// <summary>The id of the ledger entry or the ask.</summary>
    public required Guid Id { get; init; }

    /// <summary>The act that it is part of: thanks to three people of a department are one act.</summary>
    public required Guid ActId { get; init; }

    public required BalanceEntryKind Kind { get; init; }

    /// <summary>True when the person did it; false when the other side did.</summary>
    public required bool IsMine { get; init; }

    /// <summary>The person on the other side; null for a department as a whole.</summary>
    public Guid? OtherId { get; init; }

    /// <summary>The other side's department on that day; null when there was none.</summary>
    public Guid? OtherDepartmentId { get; init; }

    /// <summary>True for help that the receiver neither confirmed nor disputed.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a balance lists.</summary>
public enum BalanceEntryKind
{
    /// <summary>A request for help.</summary>
    Ask,

    /// <summary>Help given.</summary>
    Help,

    /// <summary>Thanks said.</summary>
    Thanks,

    /// <summary>Kudos: listed, but not counted in the balance.</summary>
    Kudos,
}
