using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Help;

namespace RelateBot.Infrastructure.Persistence.Help;

/// <summary>Stores help claims in the database.</summary>
internal sealed class HelpClaimStore(RelateDbContext context) : IHelpClaimStore
{
    public void Add(HelpClaim claim) => context.HelpClaims.Add(claim);

    public void Remove(HelpClaim claim) => context.HelpClaims.Remove(claim);

    public Task<HelpClaim?> FindAsync(Guid claimId, CancellationToken cancellationToken) =>
        context.HelpClaims.FirstOrDefaultAsync(claim => claim.Id == claimId, cancellationToken);

    public Task<int> CountByAsync(Guid helperId, DateTimeOffset since, CancellationToken cancellationToken) =>
        context.HelpClaims.CountAsync(claim => claim.HelperId == helperId && claim.ClaimedAt > since, cancellationToken);
}
