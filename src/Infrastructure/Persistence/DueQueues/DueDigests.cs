using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Infrastructure.Persistence.DueQueues;

/// <summary>Due digests, by the person who gets them.</summary>
public sealed class DueDigests(RelateDbContext context) : IDueQueue
{
    private const int AtOnce = 500;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Due>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.DigestSubscriptions.IgnoreQueryFilters()
            .Where(subscription => subscription.NextAt <= now).OrderBy(subscription => subscription.NextAt).Take(AtOnce)
            .Select(subscription => new Due(subscription.OrganisationId, subscription.PersonId)).ToListAsync(cancellationToken);
}
