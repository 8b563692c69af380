using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Pairing;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class PairingAvoidanceConfiguration : IEntityTypeConfiguration<PairingAvoidance>
{
    public void Configure(EntityTypeBuilder<PairingAvoidance> builder)
    {
        builder.ToTable("pairing_avoidances");
        builder.HasKey(avoidance => new { avoidance.PersonId, avoidance.AvoidedId });
        builder.HasIndex(avoidance => avoidance.OrganisationId);
    }
}
