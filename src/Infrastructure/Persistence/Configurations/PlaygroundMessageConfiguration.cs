using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RelateBot.Infrastructure.Persistence.Configurations;

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
