using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>Remembers processed requests, so that a repeat changes nothing.</summary>
public sealed class Inbox(RelateDbContext context, TimeProvider clock)
{
    /// <summary>Adds the keys, which are saved on commit. If a repeat commits first, the commit fails with a conflict.</summary>
    /// <returns>False when any of the keys was processed before.</returns>
    public async Task<bool> TryClaimAsync(Workspace workspace, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (await context.Deliveries.AnyAsync(
            delivery => delivery.WorkspaceId == workspace.Id && keys.Contains(delivery.Key),
            cancellationToken))
        {
            return false;
        }

        Claim(workspace, keys);
        return true;
    }

    /// <summary>
    /// Adds the keys without checking them first. Nearly every delivery is new; for a repeat the commit fails with a conflict.
    /// </summary>
    public void Claim(Workspace workspace, IReadOnlyCollection<string> keys)
    {
        var now = clock.GetUtcNow();
        context.Deliveries.AddRange(keys.Select(key => new Delivery
        {
            OrganisationId = workspace.OrganisationId, WorkspaceId = workspace.Id, Key = key, ReceivedAt = now,
        }));
    }
}
