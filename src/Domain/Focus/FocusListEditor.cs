using RelateBot.Domain.People;

namespace RelateBot.Domain.Focus;

/// <summary>Rules for the focus list: who can be added, and at most five people.</summary>
public sealed class FocusListEditor(IFocusStore focus, TimeProvider clock)
{
    /// <summary>The cadence of a new entry when the owner chose none.</summary>
    public const Cadence Usual = Cadence.Monthly;

    /// <summary>
    /// Returns why this person can't be added, or null when they can. Someone who is already on the list can be added again.
    /// </summary>
    public async Task<FocusFault?> FaultAsync(Person owner, Person person, CancellationToken cancellationToken) => person switch
    {
        _ when person.Id == owner.Id => FocusFault.Yourself,
        { Kind: PersonKind.Bot } => FocusFault.Bot,
        { Kind: PersonKind.Stranger } => FocusFault.Stranger,
        { IsActive: false } => FocusFault.HasLeft,
        _ =>
            await focus.GetByOwnerAsync(owner.Id, cancellationToken) is { Count: >= FocusPerson.MaxPerOwner } all
                && all.All(entry => entry.PersonId != person.Id) ? FocusFault.Full : null,
    };

    /// <summary>Adds a person, or updates the cadence of one who is on the list already. Call <see cref="FaultAsync"/> first.</summary>
    /// <param name="owner">The owner of the list.</param>
    /// <param name="person">The person to add.</param>
    /// <param name="cadence">The new cadence; null keeps the current one.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The entry.</returns>
    public async Task<FocusPerson> AddAsync(Person owner, Person person, Cadence? cadence, CancellationToken cancellationToken)
    {
        var all = await focus.GetByOwnerAsync(owner.Id, cancellationToken);
        if (all.FirstOrDefault(entry => entry.PersonId == person.Id) is { } known)
        {
            known.Change(cadence ?? known.Cadence, known.Note);
            return known;
        }

        var now = clock.GetUtcNow();
        var added = new FocusPerson
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = owner.OrganisationId,
            OwnerId = owner.Id,
            PersonId = person.Id,
            Place = Enumerable.Range(1, FocusPerson.MaxPerOwner).First(place => all.All(entry => entry.Place != place)),
            Cadence = cadence ?? Usual,
            AddedAt = now,
        };
        added.SetLastExchange((await focus.LastExchangeAsync(owner.Id, person.Id, cancellationToken))?.OccurredAt);
        added.Plan();
        focus.Add(added);
        return added;
    }
}

/// <summary>A focus-list entry whose owner is due to get in touch.</summary>
/// <param name="Id">The <see cref="FocusPerson"/>.</param>
/// <param name="OwnerId">The owner of the list.</param>
/// <param name="PersonId">The person on the list.</param>
/// <param name="DueAt">When it became due (UTC).</param>
public sealed record DueFocusPerson(Guid Id, Guid OwnerId, Guid PersonId, DateTimeOffset DueAt);

/// <summary>Why a person can't be added to a focus list.</summary>
public enum FocusFault
{
    /// <summary>The person is the owner.</summary>
    Yourself,

    /// <summary>The person is a bot.</summary>
    Bot,

    /// <summary>The person belongs to another organisation.</summary>
    Stranger,

    /// <summary>The person has left.</summary>
    HasLeft,

    /// <summary>The list already has five people.</summary>
    Full,
}
