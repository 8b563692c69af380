using RelateBot.Domain.Exchanges;

namespace RelateBot.Domain.Focus;

/// <summary>Everybody's five, in the current organisation.</summary>
public interface IFocusStore
{
    /// <summary>Adds a person to what will be committed. Committing a sixth, or the same one twice, fails as a conflict.</summary>
    void Add(FocusPerson entry);

    /// <summary>They are no longer in it; the note goes with the row.</summary>
    void Remove(FocusPerson entry);

    /// <summary>Somebody's five, by place.</summary>
    Task<IReadOnlyList<FocusPerson>> GetByOwnerAsync(Guid ownerId, CancellationToken cancellationToken);

    /// <summary>The last exchange between two people, either way, that was not taken back; null when there is none.</summary>
    Task<Exchange?> LastExchangeAsync(Guid personId, Guid otherId, CancellationToken cancellationToken);

    /// <summary>
    /// With whom it is time to be in touch, the longest due first; with <paramref name="after"/>, the ones that follow it. Left out are
    /// five of owners who have left, and people in them who have. The cost follows the page, never how many fives there are.
    /// </summary>
    Task<IReadOnlyList<DueFocusPerson>> DueAsync(
        DateTimeOffset before,
        DueFocusPerson? after,
        int limit,
        CancellationToken cancellationToken);
}
