using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence.Drafts;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries");
        builder.HasKey(delivery => new { delivery.WorkspaceId, delivery.Key });

        // Teams' keys are a conversation and an activity. With the workspace, they still fit into SQL Server's 900 bytes for a clustered
        // key.
        builder.Property(delivery => delivery.Key).HasMaxLength(400);
        builder.HasIndex(delivery => delivery.ReceivedAt);
    }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("drafts");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.Content).HasMaxLength(-1);
        builder.HasIndex(draft => draft.ExpiresAt);
    }
}

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

internal sealed class ReactionConfiguration : IEntityTypeConfiguration<Reaction>
{
    public void Configure(EntityTypeBuilder<Reaction> builder)
    {
        builder.ToTable("reactions");
        builder.HasKey(reaction => new { reaction.WorkspaceId, reaction.Key });
        builder.Property(reaction => reaction.Key).HasMaxLength(400);
        builder.HasIndex(reaction => reaction.ChangedAt);

        // When two deliveries about one emoji run at once, one of them conflicts, starts again and sees the other's change.
        builder.Property(reaction => reaction.ChangedAt).IsConcurrencyToken();
    }
}

internal sealed class PlaygroundMessageConfiguration : IEntityTypeConfiguration<PlaygroundMessage>
{
    public void Configure(EntityTypeBuilder<PlaygroundMessage> builder)
    {
        builder.ToTable("playground_messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Content).HasMaxLength(-1);
        builder.HasIndex(message => new { message.Conversation, message.CreatedAt });
    }
}
