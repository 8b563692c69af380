using RelateBot.Domain.Exchanges;

namespace RelateBot.Domain.Focus;

/// <summary>The focus lists of the current organisation.</summary>
public interface IFocusStore
{
    /// <summary>Adds an entry, which is saved on commit. Committing a sixth entry or the same person twice fails with a conflict.</summary>
    void Add(FocusPerson entry);

    /// <summary>Removes an entry and its note.</summary>
    void Remove(FocusPerson entry);

    /// <summary>Returns a person's focus list, by place.</summary>
    Task<IReadOnlyList<FocusPerson>> GetByOwnerAsync(Guid ownerId, CancellationToken cancellationToken);

    /// <summary>Returns the last exchange between two people in either direction that wasn't undone.</summary>
    /// <returns>Null when there is none.</returns>
    Task<Exchange?> LastExchangeAsync(Guid personId, Guid otherId, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the entries that are due, the longest overdue first, starting after <paramref name="after"/>. Entries whose owner or person
    /// has left are skipped. The cost depends on the page size, not on how many lists there are.
    /// </summary>
    Task<IReadOnlyList<DueFocusPerson>> DueAsync(
        DateTimeOffset before,
        DueFocusPerson? after,
        int limit,
        CancellationToken cancellationToken);
}
