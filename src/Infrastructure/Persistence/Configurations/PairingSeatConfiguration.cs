using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Pairing;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class PairingSeatConfiguration : IEntityTypeConfiguration<PairingSeat>
{
    public void Configure(EntityTypeBuilder<PairingSeat> builder)
    {
        builder.ToTable("pairing_seats");
        builder.HasKey(seat => new { seat.GroupId, seat.PersonId });

        // Whatever goes wrong, nobody is in two groups of a round.
        builder.HasIndex(seat => new { seat.PersonId, seat.Round }).IsUnique();
        builder.HasIndex(seat => new { seat.OrganisationId, seat.Round });
        builder.HasIndex(seat => seat.NextStepAt);
    }
}
