using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>Offers: who likes to be asked about what. Found by what fits, never by rank or number.</summary>
public sealed class OfferCatalog(IOfferStore offers, IPeopleDirectory directory, TimeProvider clock)
{
    /// <summary>For so long thanks count as recent.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    private const int MostLookedAt = 100;

    /// <summary>
    /// A person or a department offers these topics besides. Null when that would be more than <see cref="Offer.MaxPerOwner"/>.
    /// </summary>
    public async Task<IReadOnlyList<string>?> TryAddAsync(
        Guid organisationId,
        Guid ownerId,
        bool isDepartment,
        ImmutableArray<string> topics,
        CancellationToken cancellationToken)
    {
        var offered = await offers.GetByOwnerAsync(ownerId, cancellationToken);
        var anew = topics.Except(offered.Select(offer => offer.Topic), StringComparer.Ordinal).ToList();
        if (offered.Count + anew.Count > Offer.MaxPerOwner)
        {
            return null;
        }

        foreach (var topic in anew)
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

        return anew;
    }

    /// <summary>
    /// From now on a department offers these topics and no others. False when they are more than <see cref="Offer.MaxPerOwner"/>.
    /// </summary>
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

    /// <summary>A person takes an offer back. False when they had not made it.</summary>
    public async Task<bool> TryRemoveAsync(Person person, string topic, CancellationToken cancellationToken)
    {
        if ((await offers.GetByOwnerAsync(person.Id, cancellationToken)).FirstOrDefault(offer => offer.Topic == topic) is not { } offer)
        {
            return false;
        }

        offers.Remove(offer);
        return true;
    }

    /// <summary>
    /// Who offers a topic, best first: thanked for it lately, then free to be asked, then by name. Those who have left are left out.
    /// </summary>
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
