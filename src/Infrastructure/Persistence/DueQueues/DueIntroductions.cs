using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Infrastructure.Persistence.DueQueues;

/// <summary>Introductions with a question that wasn't answered in time.</summary>
public sealed class DueIntroductions(RelateDbContext context) : IDueQueue
{
    private const int AtOnce = 200;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Due>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.Introductions.IgnoreQueryFilters()
            .Where(introduction => introduction.ExpiresAt <= now).OrderBy(introduction => introduction.ExpiresAt).Take(AtOnce)
            .Select(introduction => new Due(introduction.OrganisationId, introduction.Id)).ToListAsync(cancellationToken);
}
