using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Auditing;

/// <summary>Records who took a sensitive action. Commit the entry before the action.</summary>
public sealed class AuditLog(RelateDbContext context, Tenant tenant, TimeProvider clock)
{
    /// <summary>Adds an entry, which is saved on commit.</summary>
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
