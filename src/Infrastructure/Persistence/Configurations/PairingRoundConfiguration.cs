using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Pairing;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class PairingRoundConfiguration : IEntityTypeConfiguration<PairingRound>
{
    public void Configure(EntityTypeBuilder<PairingRound> builder)
    {
        builder.ToTable("pairing_rounds");
        builder.HasKey(round => new { round.OrganisationId, round.Day });
    }
}
