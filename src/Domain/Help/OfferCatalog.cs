using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>Adds, removes and finds offers of help. Matches are ordered by fit, never by score.</summary>
public sealed class OfferCatalog(IOfferStore offers, IPeopleDirectory directory, TimeProvider clock)
{
    /// <summary>How long thanks count as recent.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    private const int MostLookedAt = 100;

    /// <summary>Adds topics to the offers of a person or department.</summary>
    /// <returns>The topics that are new; null when there would be more than <see cref="Offer.MaxPerOwner"/>.</returns>
    public async Task<IReadOnlyList<string>?> TryAddAsync(
        Guid organisationId,
        Guid ownerId,
        bool isDepartment,
        ImmutableArray<string> topics,
        CancellationToken cancellationToken)
    {
        var offered = await offers.GetByOwnerAsync(ownerId, cancellationToken);
        var added = topics.Except(offered.Select(offer => offer.Topic), StringComparer.Ordinal).ToList();
        if (offered.Count + added.Count > Offer.MaxPerOwner)
        {
            return null;
        }

        foreach (var topic in added)
        {
            offers.Add(new Offer
            {
                OrganisationId = organisationId,
                OwnerId = ownerId,
                Topic = topic,
                IsDepartment = isDepartment,
                OfferedAt = clock.GetUtcNow()
            });
        }

        return added;
    }

    /// <summary>Replaces the topics that a department offers.</summary>
    /// <returns>False when there are more than <see cref="Offer.MaxPerOwner"/>.</returns>
    public async Task<bool> TryReplaceAsync(Department department, ImmutableArray<string> topics, CancellationToken cancellationToken)
    {
        if (topics.Length > Offer.MaxPerOwner)
        {
            return false;
        }

        var offered = await offers.GetByOwnerAsync(department.Id, cancellationToken);
        foreach (var dropped in offered.Where(offer => !topics.Contains(offer.Topic, StringComparer.Ordinal)))
        {
            offers.Remove(dropped);
        }

        foreach (var topic in topics.Except(offered.Select(offer => offer.Topic), StringComparer.Ordinal))
        {
            offers.Add(new Offer
            {
                OrganisationId = department.OrganisationId,
                OwnerId = department.Id,
                Topic = topic,
                IsDepartment = true,
                OfferedAt = clock.GetUtcNow()
            });
        }

        return true;
    }

    /// <summary>Removes an offer.</summary>
    /// <returns>False when the person doesn't offer the topic.</returns>
    public async Task<bool> TryRemoveAsync(Person person, string topic, CancellationToken cancellationToken)
    {
        if ((await offers.GetByOwnerAsync(person.Id, cancellationToken)).FirstOrDefault(offer => offer.Topic == topic) is not { } offer)
        {
            return false;
        }

        offers.Remove(offer);
        return true;
    }

    /// <summary>Finds the people and departments that offer a topic. People who have left are skipped.</summary>
    /// <returns>Those thanked for it recently first, then those who are free, then by name.</returns>
    public async Task<IReadOnlyList<Offerer>> FindOfferersAsync(string topic, CancellationToken cancellationToken)
    {
        var found = await offers.GetByTopicAsync(topic, MostLookedAt, cancellationToken);
        if (found.Count == 0)
        {
            return [];
        }

        List<Guid> personIds = [.. found.Where(offer => !offer.IsDepartment).Select(offer => offer.OwnerId)];
        var people = (await directory.GetPeopleAsync(personIds, cancellationToken)).Where(person => person.CanReceive);
        var departments = await directory.GetDepartmentsAsync(
            [.. found.Where(offer => offer.IsDepartment).Select(offer => offer.OwnerId)],
            cancellationToken);
        var thanked = await offers.ThankedForAsync(
            topic,
            [.. found.Select(offer => offer.OwnerId)],
            clock.GetUtcNow() - Recent,
            cancellationToken);
        var helping = await offers.GetBusyPeopleAsync(personIds, cancellationToken);
        return
        [
            .. people
                .Select(person =>
                    new Offerer { Person = person, WasThanked = thanked.Contains(person.Id), IsFree = !helping.Contains(person.Id) })
                .Concat(departments.Select(department =>
                    new Offerer { Department = department, WasThanked = thanked.Contains(department.Id), IsFree = true }))
                .OrderByDescending(offerer => offerer.WasThanked).ThenByDescending(offerer => offerer.IsFree)
                .ThenBy(offerer => offerer.Person?.NameKey ?? offerer.Department!.NameKey, StringComparer.Ordinal),
        ];
    }
}
