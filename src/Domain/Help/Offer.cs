using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>A topic with which a person or a department likes to be asked for help.</summary>
public sealed class Offer : IOrganisationScoped
{
    /// <summary>Most topics of one person or department.</summary>
    public const int MaxPerOwner = 20;

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The person or the department.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The topic, lower case, without the sign.</summary>
    public required string Topic { get; init; }

    /// <summary>True when a department offers it.</summary>
    public required bool IsDepartment { get; init; }

    /// <summary>Since when (UTC).</summary>
    public required DateTimeOffset OfferedAt { get; init; }
}

/// <summary>Somebody who offers a topic: a person or a department.</summary>
public sealed record Offerer
{
    /// <summary>The person, when it is one.</summary>
    public Person? Person { get; init; }

    /// <summary>The department, when it is one.</summary>
    public Department? Department { get; init; }

    /// <summary>True when they were publicly thanked for it lately.</summary>
    public required bool WasThanked { get; init; }

    /// <summary>True when they help nobody else with an ask right now.</summary>
    public required bool IsFree { get; init; }
}

/// <summary>What people and departments of the current organisation offer.</summary>
public interface IOfferStore
{
    /// <summary>Adds an offer to what will be committed.</summary>
    void Add(Offer offer);

    /// <summary>It is no longer offered.</summary>
    void Remove(Offer offer);

    /// <summary>What a person or a department offers, by topic.</summary>
    Task<IReadOnlyList<Offer>> GetByOwnerAsync(Guid ownerId, CancellationToken cancellationToken);

    /// <summary>What any of these people and departments offer, by topic.</summary>
    Task<IReadOnlyList<Offer>> GetByOwnersAsync(IReadOnlyCollection<Guid> ownerIds, CancellationToken cancellationToken);

    /// <summary>Topics that somebody offers and that begin so, in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<string>> TopicsAsync(string beginning, int limit, CancellationToken cancellationToken);

    /// <summary>Who offers a topic, those who have for the longest time first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Offer>> GetByTopicAsync(string topic, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Which of these people and departments were publicly thanked for the topic since a moment: by its tag, or by its word in the note.
    /// </summary>
    Task<IReadOnlySet<Guid>> ThankedForAsync(
        string topic,
        IReadOnlyCollection<Guid> ownerIds,
        DateTimeOffset since,
        CancellationToken cancellationToken);

    /// <summary>Which of these people help somebody with an ask at present.</summary>
    Task<IReadOnlySet<Guid>> GetBusyPeopleAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);
}
