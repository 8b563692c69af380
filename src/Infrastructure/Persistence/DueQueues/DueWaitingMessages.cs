using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Infrastructure.Persistence.DueQueues;

/// <summary>Messages that waited for an account which now exists; oldest first.</summary>
public sealed class DueWaitingMessages(RelateDbContext context) : IDueQueue
{
    private const int AtOnce = 200;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Due>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.Outbox.IgnoreQueryFilters()
            .Where(message => message.Status == OutboxStatus.Waiting && message.NotAfter >= now
                && context.Identities.IgnoreQueryFilters().Any(account => account.PersonId == message.PersonId && account.IsActive))
            .OrderBy(message => message.Sequence).Take(AtOnce)
            .Select(message => new Due(message.OrganisationId, message.Id)).ToListAsync(cancellationToken);
}
