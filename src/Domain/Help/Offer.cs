using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>A topic that a person or a department offers help with.</summary>
public sealed class Offer : IOrganisationScoped
{
    /// <summary>The most topics of one person or department.</summary>
    public const int MaxPerOwner = 20;

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The id of the person or department.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The topic, lower case, without the <c>#</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>True when a department offers the topic.</summary>
    public required bool IsDepartment { get; init; }

    /// <summary>When it was offered (UTC).</summary>
    public required DateTimeOffset OfferedAt { get; init; }
}

/// <summary>A person or department that offers a topic.</summary>
public sealed record Offerer
{
    /// <summary>The person; null for a department.</summary>
    public Person? Person { get; init; }

    /// <summary>The department; null for a person.</summary>
    public Department? Department { get; init; }

    /// <summary>True when they were publicly thanked for the topic recently.</summary>
    public required bool WasThanked { get; init; }

    /// <summary>True when they aren't helping anyone else with an ask right now.</summary>
    public required bool IsFree { get; init; }
}

/// <summary>The topics that people and departments of the current organisation offer.</summary>
public interface IOfferStore
{
    /// <summary>Adds an offer, which is saved on commit.</summary>
    void Add(Offer offer);

    /// <summary>Removes an offer.</summary>
    void Remove(Offer offer);

    /// <summary>Returns the offers of a person or department, by topic.</summary>
    Task<IReadOnlyList<Offer>> GetByOwnerAsync(Guid ownerId, CancellationToken cancellationToken);

    /// <summary>Returns the offers of any of these people and departments, by topic.</summary>
    Task<IReadOnlyList<Offer>> GetByOwnersAsync(IReadOnlyCollection<Guid> ownerIds, CancellationToken cancellationToken);

    /// <summary>Returns offered topics that start with <paramref name="beginning"/>, in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<string>> TopicsAsync(string beginning, int limit, CancellationToken cancellationToken);

    /// <summary>Returns the offers of a topic, the oldest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Offer>> GetByTopicAsync(string topic, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Returns which of these people and departments were publicly thanked for the topic since a moment (UTC), by its tag or by the word in
    /// the note.
    /// </summary>
    Task<IReadOnlySet<Guid>> ThankedForAsync(
        string topic,
        IReadOnlyCollection<Guid> ownerIds,
        DateTimeOffset since,
        CancellationToken cancellationToken);

    /// <summary>Returns which of these people are helping with an ask right now.</summary>
    Task<IReadOnlySet<Guid>> GetBusyPeopleAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);
}
