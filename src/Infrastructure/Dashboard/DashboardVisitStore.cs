using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Dashboard;

/// <summary>
/// Stores dashboard links and sessions. Lookups by secret cross organisations, because the secret identifies the organisation.
/// </summary>
public sealed class DashboardVisitStore(RelateDbContext context, TimeProvider clock)
{
    private const int SecretBytes = 32;

    /// <summary>Adds a link, which is saved on commit.</summary>
    /// <returns>The link's secret. It isn't stored.</returns>
    public string CreateLink(Guid organisationId, Guid personId, Guid workspaceId, string view)
    {
        var (secret, now) = (NewSecret(), clock.GetUtcNow());
        context.DashboardVisits.Add(new DashboardVisit
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = organisationId,
            PersonId = personId,
            WorkspaceId = workspaceId,
            SecretHash = Hash(secret),
            View = view,
            ExpiresAt = now + DashboardVisit.LinkLife,
        });
        return secret;
    }

    /// <summary>True while a link can be opened. Checking doesn't use it up.</summary>
    public Task<bool> CanOpenAsync(string link, CancellationToken cancellationToken)
    {
        var (hash, now) = (Hash(link), clock.GetUtcNow());
        return context.DashboardVisits
            .IgnoreQueryFilters()
            .AnyAsync(visit => visit.SecretHash == hash && visit.OpenedAt == null && visit.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Opens a link. Only one caller gets the session.</summary>
    /// <returns>The session's secret and the visit; null when the link is used, expired or unknown.</returns>
    public async Task<(string Session, DashboardVisit Visit)?> OpenAsync(string link, CancellationToken cancellationToken)
    {
        var (hash, session, now) = (Hash(link), NewSecret(), clock.GetUtcNow());
        var (sessionHash, end) = (Hash(session), now + DashboardVisit.SessionLife);
        var opened = await context.DashboardVisits.IgnoreQueryFilters()
            .Where(visit => visit.SecretHash == hash && visit.OpenedAt == null && visit.ExpiresAt > now)
            .ExecuteUpdateAsync(
                visits => visits
                    .SetProperty(visit => visit.SecretHash, sessionHash)
                    .SetProperty(visit => visit.OpenedAt, now)
                    .SetProperty(visit => visit.ExpiresAt, end),
                cancellationToken);
        return opened == 1 && await FindAsync(session, cancellationToken) is { } visit ? (session, visit) : null;
    }

    /// <summary>Finds the visit of a session.</summary>
    /// <returns>Null when the session has ended or is unknown.</returns>
    public Task<DashboardVisit?> FindAsync(string session, CancellationToken cancellationToken)
    {
        var (hash, now) = (Hash(session), clock.GetUtcNow());
        return context.DashboardVisits.IgnoreQueryFilters().AsNoTracking()
            .FirstOrDefaultAsync(visit => visit.SecretHash == hash && visit.OpenedAt != null && visit.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Ends a session for everyone who has its secret.</summary>
    public Task EndAsync(string session, CancellationToken cancellationToken)
    {
        var hash = Hash(session);
        return context.DashboardVisits
            .IgnoreQueryFilters()
            .Where(visit => visit.SecretHash == hash && visit.OpenedAt != null)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    // 256 random bits need neither a salt nor a slow hash.
    private static string Hash(string secret) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
