namespace RelateBot.Domain.Relationships;

/// <summary>One thing that happened between a person and somebody else, or a department; what was taken back is none.</summary>
public sealed record BalanceEntry
{
    /// <summary>The entry in the ledger, or the ask.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it was part of: thanks to three people of a department are one act.</summary>
    public required Guid ActId { get; init; }

    /// <summary>What happened.</summary>
    public required BalanceEntryKind Kind { get; init; }

    /// <summary>True when the person did it, false when the other side did.</summary>
    public required bool IsMine { get; init; }

    /// <summary>Who did it, or to whom, on the other side; null for a department as a whole.</summary>
    public Guid? OtherId { get; init; }

    /// <summary>The other side's department on that day, if it had one.</summary>
    public Guid? OtherDepartmentId { get; init; }

    /// <summary>True for help that whoever received it let stand without a word.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a balance counts.</summary>
public enum BalanceEntryKind
{
    /// <summary>Somebody asked for help.</summary>
    Ask,

    /// <summary>Somebody helped.</summary>
    Help,

    /// <summary>Somebody said thanks.</summary>
    Thanks,

    /// <summary>Somebody gave kudos: told of, not counted.</summary>
    Kudos,
}
