namespace RelateBot.Domain.Help;

/// <summary>
/// The asks of the current organisation. Committing a change to one that somebody else changed first fails as a conflict.
/// </summary>
public interface IAskStore
{
    /// <summary>Adds an ask to what will be committed.</summary>
    void Add(Ask ask);

    /// <summary>Adds a helper to what will be committed.</summary>
    void Add(AskHelper helper);

    /// <summary>A helper no longer helps.</summary>
    void Remove(AskHelper helper);

    /// <summary>The ask with this id; changes to it will be committed. Null when there is none.</summary>
    Task<Ask?> FindAsync(Guid askId, CancellationToken cancellationToken);

    /// <summary>Who helps with it, in the order in which they took it.</summary>
    Task<IReadOnlyList<AskHelper>> HelpersAsync(Guid askId, CancellationToken cancellationToken);

    /// <summary>A person's asks that still wait for help or are being helped with, newest first.</summary>
    Task<IReadOnlyList<Ask>> GetActiveByAskerAsync(Guid askerId, CancellationToken cancellationToken);

    /// <summary>Asks that a person helps with at present, newest first.</summary>
    Task<IReadOnlyList<Ask>> GetTakenByHelperAsync(Guid helperId, CancellationToken cancellationToken);
}
