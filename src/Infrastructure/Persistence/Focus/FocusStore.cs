using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.Focus;

/// <summary>Stores the focus lists in the database.</summary>
internal sealed class FocusStore(RelateDbContext context) : IFocusStore
{
    public void Add(FocusPerson entry) => context.FocusPeople.Add(entry);

    public void Remove(FocusPerson entry) => context.FocusPeople.Remove(entry);

    public async Task<IReadOnlyList<FocusPerson>> GetByOwnerAsync(Guid ownerId, CancellationToken cancellationToken)
    {
        // Includes unsaved changes of this command.
        var stored = await context.FocusPeople.Where(entry => entry.OwnerId == ownerId).ToListAsync(cancellationToken);
        return [.. stored.Concat(context.FocusPeople.Local.Where(entry => entry.OwnerId == ownerId)).Distinct()
            .Where(entry => context.Entry(entry).State is not EntityState.Deleted).OrderBy(entry => entry.Place)];
    }

    public Task<Exchange?> LastExchangeAsync(Guid personId, Guid otherId, CancellationToken cancellationToken) =>
        LastExchangeAsync(context, personId, otherId, cancellationToken);

    public async Task<IReadOnlyList<DueFocusPerson>> DueAsync(
        DateTimeOffset before,
        DueFocusPerson? after,
        int limit,
        CancellationToken cancellationToken)
    {
        var due = context.FocusPeople.Where(entry => entry.DueAt <= before);
        if (after is not null)
        {
            // Compares ids in the database, because databases order ids differently.
            var (dueAt, id) = (after.DueAt, after.Id);
            due = due.Where(entry => entry.DueAt >= dueAt && (entry.DueAt > dueAt || entry.Id.CompareTo(id) > 0));
        }

        return await (
            from entry in due
            join owner in context.People on entry.OwnerId equals owner.Id
            join person in context.People on entry.PersonId equals person.Id
            where owner.IsActive && person.IsActive && (person.Kind == PersonKind.Colleague || person.Kind == PersonKind.Guest)
            orderby entry.DueAt, entry.Id
            select new DueFocusPerson(entry.Id, entry.OwnerId, entry.PersonId, entry.DueAt)).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>Reads each direction by its own index.</summary>
    internal static async Task<Exchange?> LastExchangeAsync(
        RelateDbContext context,
        Guid personId,
        Guid otherId,
        CancellationToken cancellationToken)
    {
        var mine = await Newest(personId, otherId).FirstOrDefaultAsync(cancellationToken);
        var theirs = await Newest(otherId, personId).FirstOrDefaultAsync(cancellationToken);
        return mine?.OccurredAt >= theirs?.OccurredAt || theirs is null ? mine : theirs;

        IQueryable<Exchange> Newest(Guid from, Guid to) => context.Exchanges.AsNoTracking()
            .Where(exchange => exchange.FromPersonId == from && exchange.ToPersonId == to && exchange.CorrectsId == null
                && !context.Exchanges.Any(correction => correction.CorrectsId == exchange.Id))
            .OrderByDescending(exchange => exchange.OccurredAt).ThenByDescending(exchange => exchange.ActId);
    }
}
