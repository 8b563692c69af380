using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Pairing;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class PairingGroupConfiguration : IEntityTypeConfiguration<PairingGroup>
{
    public void Configure(EntityTypeBuilder<PairingGroup> builder)
    {
        builder.ToTable("pairing_groups");
        builder.Property(group => group.Id).ValueGeneratedNever();
        builder.Property(group => group.Version).IsConcurrencyToken();
        builder.HasIndex(group => new { group.OrganisationId, group.Round });
    }
}
