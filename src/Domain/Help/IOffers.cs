namespace RelateBot.Domain.Help;

/// <summary>What people and departments of the current organisation offer.</summary>
public interface IOffers
{
    /// <summary>Adds an offer to what will be committed.</summary>
    void Add(Offer offer);

    /// <summary>It is no longer offered.</summary>
    void Remove(Offer offer);

    /// <summary>What a person or a department offers, by topic.</summary>
    Task<IReadOnlyList<Offer>> OfAsync(Guid ownerId, CancellationToken cancellationToken);

    /// <summary>What any of these people and departments offer, by topic.</summary>
    Task<IReadOnlyList<Offer>> OfAllAsync(IReadOnlyCollection<Guid> ownerIds, CancellationToken cancellationToken);

    /// <summary>Topics that somebody offers and that begin so, in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<string>> TopicsAsync(string beginning, int limit, CancellationToken cancellationToken);

    /// <summary>Who offers a topic, those who have for the longest time first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Offer>> OnAsync(string topic, int limit, CancellationToken cancellationToken);

    /// <summary>Which of these people and departments were publicly thanked for the topic since a moment: by its tag, or by its word in the note.</summary>
    Task<IReadOnlySet<Guid>> ThankedForAsync(string topic, IReadOnlyCollection<Guid> ownerIds, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Which of these people help somebody with an ask at present.</summary>
    Task<IReadOnlySet<Guid>> HelpingAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);
}
