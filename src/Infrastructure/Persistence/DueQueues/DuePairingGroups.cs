using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Infrastructure.Persistence.DueQueues;

/// <summary>Pairing groups with a due step.</summary>
public sealed class DuePairingGroups(RelateDbContext context) : IDueQueue
{
    private const int AtOnce = 400;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Due>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.PairingSeats.IgnoreQueryFilters()
            .Where(seat => seat.NextStepAt <= now).OrderBy(seat => seat.NextStepAt).Take(AtOnce)
            .Select(seat => new Due(seat.OrganisationId, seat.GroupId)).ToListAsync(cancellationToken);
}
