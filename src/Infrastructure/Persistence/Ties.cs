using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>Ties in the database. A tie names its two people in the order of their ids, so each side is read by an index of its own.</summary>
internal sealed class Ties(RelateDbContext context) : ITies
{
    public async Task<IReadOnlyList<Tie>> StrongestAsync(Guid personId, int limit, CancellationToken cancellationToken)
    {
        var asFirst = await Strongest(context.Ties.Where(tie => tie.FirstPersonId == personId), limit).ToListAsync(cancellationToken);
        var asSecond = await Strongest(context.Ties.Where(tie => tie.SecondPersonId == personId), limit).ToListAsync(cancellationToken);
        return StrongestOf(personId, asFirst, asSecond, limit);
    }

    public async Task<IReadOnlyList<Tie>> BetweenAsync(Guid personId, Guid otherId, int limit, CancellationToken cancellationToken)
    {
        var near = await IntroducingAsync(personId, limit, cancellationToken);
        var far = await IntroducingAsync(otherId, limit, cancellationToken);
        var nearIds = near.Select(tie => tie.OtherThan(personId)).ToList();
        var farIds = far.Select(tie => tie.OtherThan(otherId)).ToList();
        var there = await context.Ties.AsNoTracking().Where(tie => nearIds.Contains(tie.FirstPersonId) && farIds.Contains(tie.SecondPersonId)).ToListAsync(cancellationToken);
        var back = await context.Ties.AsNoTracking().Where(tie => farIds.Contains(tie.FirstPersonId) && nearIds.Contains(tie.SecondPersonId)).ToListAsync(cancellationToken);
        return [.. near.Concat(far).Concat(there).Concat(back).DistinctBy(tie => (tie.FirstPersonId, tie.SecondPersonId))];
    }

    /// <summary>Somebody's strongest ties with people whom a message reaches and who take introductions.</summary>
    private async Task<List<Tie>> IntroducingAsync(Guid personId, int limit, CancellationToken cancellationToken)
    {
        var willing = context.People.Where(person => person.TakesIntroductions && person.IsActive && (person.Kind == PersonKind.Colleague || person.Kind == PersonKind.Guest));
        var asFirst = await Strongest(context.Ties.Where(tie => tie.FirstPersonId == personId && willing.Any(person => person.Id == tie.SecondPersonId)), limit).ToListAsync(cancellationToken);
        var asSecond = await Strongest(context.Ties.Where(tie => tie.SecondPersonId == personId && willing.Any(person => person.Id == tie.FirstPersonId)), limit).ToListAsync(cancellationToken);
        return StrongestOf(personId, asFirst, asSecond, limit);
    }

    private static IQueryable<Tie> Strongest(IQueryable<Tie> ties, int limit) => ties.AsNoTracking().OrderByDescending(tie => tie.Level).Take(limit);

    private static List<Tie> StrongestOf(Guid personId, List<Tie> asFirst, List<Tie> asSecond, int limit) =>
        [.. asFirst.Concat(asSecond).OrderByDescending(tie => tie.Level).ThenBy(tie => tie.OtherThan(personId)).Take(limit)];
}
