using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>Ties in the database. A tie names its two people in the order of their ids, so each side is read by an index of its own.</summary>
internal sealed class Ties(RelateDbContext context) : ITies
{
    public async Task<IReadOnlyList<Tie>> StrongestAsync(Guid personId, int limit, CancellationToken cancellationToken)
    {
        var asFirst = await context.Ties.AsNoTracking().Where(tie => tie.FirstPersonId == personId).OrderByDescending(tie => tie.Level).Take(limit).ToListAsync(cancellationToken);
        var asSecond = await context.Ties.AsNoTracking().Where(tie => tie.SecondPersonId == personId).OrderByDescending(tie => tie.Level).Take(limit).ToListAsync(cancellationToken);
        return [.. asFirst.Concat(asSecond).OrderByDescending(tie => tie.Level).ThenBy(tie => tie.OtherThan(personId)).Take(limit)];
    }
}
