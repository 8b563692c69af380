using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>Remembers what was carried out, so that a repeat changes nothing.</summary>
public sealed class Inbox(RelateDbContext context, TimeProvider clock)
{
    /// <summary>
    /// False when any of the keys was seen before. Else they become part of what will be committed; should a repeat commit them
    /// first, the commit fails as a conflict.
    /// </summary>
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
    /// The same without a look first: nearly every delivery is new, and the commit of one that is not fails as a conflict.
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
