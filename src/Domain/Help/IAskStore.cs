namespace RelateBot.Domain.Help;

/// <summary>The asks of the current organisation. Committing fails with a conflict when someone else changed the same ask.</summary>
public interface IAskStore
{
    /// <summary>Adds an ask, which is saved on commit.</summary>
    void Add(Ask ask);

    /// <summary>Adds a helper, who is saved on commit.</summary>
    void Add(AskHelper helper);

    /// <summary>Removes a helper.</summary>
    void Remove(AskHelper helper);

    /// <summary>Finds the ask with this id. Changes to it are saved on commit.</summary>
    /// <returns>Null when there is none.</returns>
    Task<Ask?> FindAsync(Guid askId, CancellationToken cancellationToken);

    /// <summary>Returns an ask's helpers, in the order in which they took it.</summary>
    Task<IReadOnlyList<AskHelper>> HelpersAsync(Guid askId, CancellationToken cancellationToken);

    /// <summary>Returns a person's active asks, newest first.</summary>
    Task<IReadOnlyList<Ask>> GetActiveByAskerAsync(Guid askerId, CancellationToken cancellationToken);

    /// <summary>Returns the active asks that a person is helping with, newest first.</summary>
    Task<IReadOnlyList<Ask>> GetTakenByHelperAsync(Guid helperId, CancellationToken cancellationToken);
}
