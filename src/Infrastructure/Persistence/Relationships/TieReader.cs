using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Relationships;

/// <summary>Reads ties from the database. A tie lists its two people in the order of their ids, so each side has its own index.</summary>
internal sealed class TieReader(RelateDbContext context) : ITieReader
{
    public async Task<IReadOnlyList<Tie>> StrongestAsync(Guid personId, int limit, CancellationToken cancellationToken)
    {
        var asEither = await Strongest(context.Ties.Where(tie => tie.FirstPersonId == personId), limit)
            .Concat(Strongest(context.Ties.Where(tie => tie.SecondPersonId == personId), limit))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return StrongestOf(personId, asEither, limit);
    }

    public async Task<IReadOnlyList<Tie>> BetweenAsync(
        Guid personId,
        Guid otherId,
        int weakest,
        int limit,
        CancellationToken cancellationToken)
    {
        var near = await IntroducingAsync(personId, weakest, limit, cancellationToken);
        var far = near.Count == 0 ? [] : await IntroducingAsync(otherId, weakest, limit, cancellationToken);
        if (far.Count == 0)
        {
            return [];
        }

        var among = await AmongAsync(
            [.. near.Select(tie => tie.OtherThan(personId))],
            [.. far.Select(tie => tie.OtherThan(otherId))],
            weakest,
            cancellationToken);
        return [.. near.Concat(far).Concat(among).DistinctBy(tie => (tie.FirstPersonId, tie.SecondPersonId))];
    }

    /// <summary>Returns a person's strongest ties with people who can receive messages and take introductions.</summary>
    private async Task<List<Tie>> IntroducingAsync(Guid personId, int weakest, int limit, CancellationToken cancellationToken)
    {
        var willing = context.People.Where(person =>
            person.TakesIntroductions && person.IsActive && (person.Kind == PersonKind.Colleague || person.Kind == PersonKind.Guest));
        var asEither = await Strongest(
            context.Ties.Where(tie =>
                tie.FirstPersonId == personId && tie.Level >= weakest && willing.Any(person => person.Id == tie.SecondPersonId)),
            limit)
            .Concat(Strongest(
                context.Ties.Where(tie =>
                    tie.SecondPersonId == personId && tie.Level >= weakest && willing.Any(person => person.Id == tie.FirstPersonId)),
                limit))
            .AsNoTracking().ToListAsync(cancellationToken);
        return StrongestOf(personId, asEither, limit);
    }

    /// <summary>Returns the ties between two sets of people.</summary>
    private Task<List<Tie>> AmongAsync(
        IReadOnlyCollection<Guid> these,
        IReadOnlyCollection<Guid> those,
        int weakest,
        CancellationToken cancellationToken) => context.Ties
        .Where(tie => these.Contains(tie.FirstPersonId) && those.Contains(tie.SecondPersonId) && tie.Level >= weakest)
        .Concat(context.Ties.Where(tie => those.Contains(tie.FirstPersonId) && these.Contains(tie.SecondPersonId) && tie.Level >= weakest))
        .AsNoTracking().ToListAsync(cancellationToken);

    private static IQueryable<Tie> Strongest(IQueryable<Tie> ties, int limit) => ties.OrderByDescending(tie => tie.Level).Take(limit);

    private static List<Tie> StrongestOf(Guid personId, List<Tie> asEither, int limit) =>
        [.. asEither.OrderByDescending(tie => tie.Level).ThenBy(tie => tie.OtherThan(personId)).Take(limit)];
}
