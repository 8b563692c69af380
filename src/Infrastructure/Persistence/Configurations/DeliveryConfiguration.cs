using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries");
        builder.HasKey(delivery => new { delivery.WorkspaceId, delivery.Key });

        // Teams' keys are a conversation and an activity; with the workspace it still fits SQL Server's 900 bytes of a clustered key.
        builder.Property(delivery => delivery.Key).HasMaxLength(400);
        builder.HasIndex(delivery => delivery.ReceivedAt);
    }
}
