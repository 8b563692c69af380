using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Infrastructure.Dashboard;

namespace RelateBot.Infrastructure.Persistence.Configurations;

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
