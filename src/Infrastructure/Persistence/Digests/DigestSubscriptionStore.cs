using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Digests;

namespace RelateBot.Infrastructure.Persistence.Digests;

/// <summary>Stores digest subscriptions in the database.</summary>
internal sealed class DigestSubscriptionStore(RelateDbContext context) : IDigestSubscriptionStore
{
    public Task<DigestSubscription?> FindByPersonAsync(Guid personId, CancellationToken cancellationToken) =>
        context.DigestSubscriptions.FirstOrDefaultAsync(subscription => subscription.PersonId == personId, cancellationToken);

    public void Add(DigestSubscription subscription) => context.DigestSubscriptions.Add(subscription);
}
