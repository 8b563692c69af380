using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Departments;

/// <summary>Finds offers of help from departments and colleagues while the person types. The results can be shared with others.</summary>
public sealed class HelpSearch(IPeopleDirectory directory, IOfferStore offers, OfferCatalog catalog)
{
    private const int MostOfAKind = 5;

    /// <summary>Finds departments by name, topics by prefix, and colleagues by name. Without any words it lists departments.</summary>
    public async Task<ChatReply> FindAsync(ChatInput.Search search, CancellationToken cancellationToken)
    {
        var words = search.Words.Trim().TrimStart('#', '@');
        var key = SearchKey.Of(words);
        if (key.Length == 0)
        {
            return new ChatReply.Found([.. await DescribeAsync(
                [.. (await directory.AllDepartmentsAsync(cancellationToken)).Take(MostOfAKind)],
                cancellationToken)]);
        }

        var departments = await DescribeAsync(
            await directory.FindDepartmentsByPrefixAsync(key, MostOfAKind, cancellationToken),
            cancellationToken);
        var topics = ImmutableArray.CreateBuilder<ChatSearchResult>();
        foreach (var topic in await offers.TopicsAsync(words.ToLowerInvariant(), MostOfAKind, cancellationToken))
        {
            topics.Add(OfferMessages.Topic(topic, await catalog.FindOfferersAsync(topic, cancellationToken)));
        }

        var people = await DescribeAsync(
            [.. (await directory.FindPeopleByPrefixAsync(key, MostOfAKind, cancellationToken)).Where(person => person.CanReceive)],
            cancellationToken);
        return new ChatReply.Found([.. departments, .. topics, .. people]);
    }

    private async Task<IEnumerable<ChatSearchResult>> DescribeAsync(
        IReadOnlyList<Department> departments,
        CancellationToken cancellationToken)
    {
        var offered = await OfAsync(departments.Select(department => department.Id), cancellationToken);
        return departments.Select(department => OfferMessages.Found(department, [.. offered[department.Id]]));
    }

    /// <summary>Describes people who offer something. The others are left out.</summary>
    private async Task<IEnumerable<ChatSearchResult>> DescribeAsync(IReadOnlyList<Person> people, CancellationToken cancellationToken)
    {
        var offered = await OfAsync(people.Select(person => person.Id), cancellationToken);
        return people.Where(person => offered.Contains(person.Id)).Select(person => OfferMessages.Found(person, [.. offered[person.Id]]));
    }

    private async Task<ILookup<Guid, string>> OfAsync(IEnumerable<Guid> ownerIds, CancellationToken cancellationToken) =>
        (await offers.GetByOwnersAsync([.. ownerIds], cancellationToken)).ToLookup(offer => offer.OwnerId, offer => offer.Topic);
}
