using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;

namespace RelateBot.Infrastructure.Persistence.Help;

/// <summary>Stores offers in the database.</summary>
internal sealed class OfferStore(RelateDbContext context) : IOfferStore
{
    public void Add(Offer offer) => context.Offers.Add(offer);

    public void Remove(Offer offer) => context.Offers.Remove(offer);

    public async Task<IReadOnlyList<Offer>> GetByOwnerAsync(Guid ownerId, CancellationToken cancellationToken)
    {
        // Includes unsaved changes of this command.
        var stored = await context.Offers.Where(offer => offer.OwnerId == ownerId).ToListAsync(cancellationToken);
        return [.. stored.Concat(context.Offers.Local.Where(offer => offer.OwnerId == ownerId)).Distinct()
            .Where(offer => context.Entry(offer).State is not EntityState.Deleted).OrderBy(offer => offer.Topic, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<Offer>> GetByOwnersAsync(IReadOnlyCollection<Guid> ownerIds, CancellationToken cancellationToken) =>
        await context.Offers
            .AsNoTracking()
            .Where(offer => ownerIds.Contains(offer.OwnerId))
            .OrderBy(offer => offer.Topic)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> TopicsAsync(string beginning, int limit, CancellationToken cancellationToken) =>
        await context.Offers
            .Where(offer => offer.Topic.StartsWith(beginning))
            .Select(offer => offer.Topic)
            .Distinct()
            .OrderBy(topic => topic)
            .Take(limit)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Offer>> GetByTopicAsync(string topic, int limit, CancellationToken cancellationToken) =>
        await context.Offers
            .AsNoTracking()
            .Where(offer => offer.Topic == topic)
            .OrderBy(offer => offer.OfferedAt)
            .Take(limit)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlySet<Guid>> ThankedForAsync(
        string topic,
        IReadOnlyCollection<Guid> ownerIds,
        DateTimeOffset since,
        CancellationToken cancellationToken)
    {
        var recent = context.Exchanges.AsNoTracking().Where(exchange => exchange.OccurredAt > since && exchange.Kind != ExchangeKind.Help
            && exchange.Visibility == Visibility.Public
            && exchange.CorrectsId == null
            && !context.Exchanges.Any(correction => correction.CorrectsId == exchange.Id));
        var people = await recent.Where(exchange => ownerIds.Contains(exchange.ToPersonId!.Value))
            .Select(exchange => new { Id = exchange.ToPersonId!.Value, exchange.Values, exchange.Note }).ToListAsync(cancellationToken);
        var teams = await recent.Where(exchange => exchange.ToPersonId == null && ownerIds.Contains(exchange.ToDepartmentId!.Value))
            .Select(exchange => new { Id = exchange.ToDepartmentId!.Value, exchange.Values, exchange.Note }).ToListAsync(cancellationToken);

        // The few rows of ninety days are filtered here, because no database has an index on words.
        return people
            .Concat(teams)
            .Where(thanks =>
                thanks.Values.Contains(topic, StringComparer.Ordinal) || thanks.Note.Contains(topic, StringComparison.OrdinalIgnoreCase))
            .Select(thanks => thanks.Id).ToHashSet();
    }

    public async Task<IReadOnlySet<Guid>> GetBusyPeopleAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken) =>
        (await (
        from helper in context.AskHelpers
        join ask in context.Asks on helper.AskId equals ask.Id
        where personIds.Contains(helper.PersonId) && ask.State == AskState.Taken
        select helper.PersonId).ToListAsync(cancellationToken)).ToHashSet();
}
