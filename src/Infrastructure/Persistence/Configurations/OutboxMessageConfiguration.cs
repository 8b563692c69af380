using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(message => message.Sequence);
        builder.Property(message => message.Sequence).ValueGeneratedOnAdd();
        builder.Property(message => message.Destination).HasMaxLength(2000);
        builder.Property(message => message.Content).HasMaxLength(-1);
        builder.Property(message => message.Purpose).HasMaxLength(40);
        builder.Property(message => message.LastError).HasMaxLength(500);
        builder.Property(message => message.Version).IsConcurrencyToken();
        builder.HasIndex(message => message.Id).IsUnique();
        builder.HasIndex(message => message.ActId);
        builder.HasIndex(message => new { message.WorkspaceId, message.SentId });
        builder.HasIndex(message => new { message.SettledAt, message.Sequence });
    }
}
