using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Digests;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>Subscriptions in the database.</summary>
internal sealed class DigestSubscriptions(RelateDbContext context) : IDigestSubscriptions
{
    public Task<DigestSubscription?> OfAsync(Guid personId, CancellationToken cancellationToken) =>
        context.DigestSubscriptions.FirstOrDefaultAsync(subscription => subscription.PersonId == personId, cancellationToken);

    public void Add(DigestSubscription subscription) => context.DigestSubscriptions.Add(subscription);
}
