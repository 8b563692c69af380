using RelateBot.Domain.People;

namespace RelateBot.Domain.Focus;

/// <summary>The rules of a five: who may be in it, and that it stays five.</summary>
public sealed class FocusListEditor(IFocusStore focus, TimeProvider clock)
{
    /// <summary>Without a word about it, once a month.</summary>
    public const Cadence Usual = Cadence.Monthly;

    /// <summary>Why this person cannot be taken in, or null. Somebody who is in it already is no fault.</summary>
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

    /// <summary>
    /// Takes a person of whom <see cref="FaultAsync"/> has nothing to say in, or finds them there; <paramref name="cadence"/>: null leaves
    /// it as it is.
    /// </summary>
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

/// <summary>Somebody of somebody's five with whom it is time to be in touch.</summary>
/// <param name="Id">The <see cref="FocusPerson"/>.</param>
/// <param name="OwnerId">Whose five.</param>
/// <param name="PersonId">Who is in it.</param>
/// <param name="DueAt">Since when (UTC).</param>
public sealed record DueFocusPerson(Guid Id, Guid OwnerId, Guid PersonId, DateTimeOffset DueAt);

/// <summary>Why somebody is not taken into a five.</summary>
public enum FocusFault
{
    /// <summary>Nobody is their own.</summary>
    Yourself,

    /// <summary>A program.</summary>
    Bot,

    /// <summary>Somebody of another organisation.</summary>
    Stranger,

    /// <summary>They have left.</summary>
    HasLeft,

    /// <summary>There are five already.</summary>
    Full,
}
