namespace RelateBot.Domain.Exchanges;

/// <summary>The command to undo an act.</summary>
public sealed record UndoThanks(Guid ActId, Guid PersonId);

/// <summary>The outcome of an <see cref="UndoThanks"/> command.</summary>
public enum UndoThanksResult
{
    /// <summary>Corrections were recorded. They are saved on commit.</summary>
    Undone,

    /// <summary>The act was already undone. Nothing changes.</summary>
    AlreadyUndone,

    /// <summary>The act is older than <see cref="ThanksLimits.UndoWithin"/>. Nothing changes.</summary>
    TooLate,

    /// <summary>This person gave no such act. Nothing changes.</summary>
    NotYours,
}
