using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class IdentityConfiguration : IEntityTypeConfiguration<Identity>
{
    public void Configure(EntityTypeBuilder<Identity> builder)
    {
        builder.ToTable("identities");
        builder.Property(identity => identity.Id).ValueGeneratedNever();
        builder.HasIndex(identity => new { identity.WorkspaceId, identity.ExternalId }).IsUnique();
        builder.HasIndex(identity => identity.PersonId);
        builder.HasIndex(identity => identity.NeedsProfile);
    }
}
