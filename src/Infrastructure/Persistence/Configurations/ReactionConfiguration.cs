using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class ReactionConfiguration : IEntityTypeConfiguration<Reaction>
{
    public void Configure(EntityTypeBuilder<Reaction> builder)
    {
        builder.ToTable("reactions");
        builder.HasKey(reaction => new { reaction.WorkspaceId, reaction.Key });
        builder.Property(reaction => reaction.Key).HasMaxLength(400);
        builder.HasIndex(reaction => reaction.ChangedAt);

        // Two deliveries about one emoji that run at once: one of them starts again and sees what the other did.
        builder.Property(reaction => reaction.ChangedAt).IsConcurrencyToken();
    }
}
