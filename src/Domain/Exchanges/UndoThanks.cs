namespace RelateBot.Domain.Exchanges;

/// <summary>The giver takes an act back.</summary>
public sealed record UndoThanks(Guid ActId, Guid PersonId);

/// <summary>What became of an <see cref="UndoThanks"/>.</summary>
public enum UndoThanksResult
{
    /// <summary>Correcting entries are part of what will be committed.</summary>
    Undone,

    /// <summary>It had been taken back before; nothing changes.</summary>
    AlreadyUndone,

    /// <summary>Older than <see cref="ThanksLimits.UndoWithin"/>; nothing changes.</summary>
    TooLate,

    /// <summary>This person gave no such act; nothing changes.</summary>
    NotYours,
}
