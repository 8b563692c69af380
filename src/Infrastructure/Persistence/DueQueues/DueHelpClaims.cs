using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Infrastructure.Persistence.DueQueues;

/// <summary>Help claims that weren't disputed in time.</summary>
public sealed class DueHelpClaims(RelateDbContext context) : IDueQueue
{
    private const int AtOnce = 200;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Due>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.HelpClaims.IgnoreQueryFilters()
            .Where(claim => claim.CountsAt <= now).OrderBy(claim => claim.CountsAt).Take(AtOnce)
            .Select(claim => new Due(claim.OrganisationId, claim.Id)).ToListAsync(cancellationToken);
}
