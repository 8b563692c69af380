using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Infrastructure.Auditing;
using RelateBot.Infrastructure.Dashboard;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Action).HasMaxLength(64);
        builder.Property(entry => entry.Details).HasMaxLength(500);
        builder.HasIndex(entry => new { entry.OrganisationId, entry.At });
    }
}

internal sealed class DashboardVisitConfiguration : IEntityTypeConfiguration<DashboardVisit>
{
    public void Configure(EntityTypeBuilder<DashboardVisit> builder)
    {
        builder.ToTable("dashboard_visits");
        builder.Property(visit => visit.Id).ValueGeneratedNever();
        builder.Property(visit => visit.SecretHash).HasMaxLength(43);
        builder.HasIndex(visit => visit.SecretHash).IsUnique();
        builder.HasIndex(visit => visit.ExpiresAt);
    }
}
