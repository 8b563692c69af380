using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Infrastructure.Persistence.DueQueues;

/// <summary>Asks with a due step.</summary>
public sealed class DueAsks(RelateDbContext context) : IDueQueue
{
    private const int AtOnce = 200;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Due>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.Asks.IgnoreQueryFilters()
            .Where(ask => ask.NextStepAt <= now).OrderBy(ask => ask.NextStepAt).Take(AtOnce)
            .Select(ask => new Due(ask.OrganisationId, ask.Id)).ToListAsync(cancellationToken);
}
