using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Infrastructure.Persistence.DueQueues;

/// <summary>Organisations with coffees, by their own id. The round planner decides whether a round is due.</summary>
public sealed class PairingOrganisations(RelateDbContext context) : IDueQueue
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Due>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = await context.PairingMembers.IgnoreQueryFilters()
            .Select(member => member.OrganisationId).Distinct().ToListAsync(cancellationToken);
        return ids.ConvertAll(id => new Due(id, id));
    }
}
