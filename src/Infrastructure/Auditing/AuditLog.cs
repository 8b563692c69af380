using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Auditing;

/// <summary>Remembers who did what is only done for a reason. Commit the entry before the deed.</summary>
public sealed class AuditLog(RelateDbContext context, Tenant tenant, TimeProvider clock)
{
    /// <summary>Adds an entry to what will be committed.</summary>
    public void Record(string actor, string action, string details) => context.AuditEntries.Add(new AuditEntry
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        OrganisationId = tenant.OrganisationId,
        At = clock.GetUtcNow(),
        Actor = actor,
        Action = action,
        Details = details,
    });
}
