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

internal sealed class PairingMemberConfiguration : IEntityTypeConfiguration<PairingMember>
{
    public void Configure(EntityTypeBuilder<PairingMember> builder)
    {
        builder.ToTable("pairing_members");
        builder.HasKey(member => member.PersonId);
        builder.Property(member => member.PersonId).ValueGeneratedNever();
        builder.Ignore(member => member.IsPausedForSilence);
        builder.Property(member => member.Version).IsConcurrencyToken();
        builder.HasIndex(member => member.OrganisationId);
    }
}

internal sealed class PairingSeatConfiguration : IEntityTypeConfiguration<PairingSeat>
{
    public void Configure(EntityTypeBuilder<PairingSeat> builder)
    {
        builder.ToTable("pairing_seats");
        builder.HasKey(seat => new { seat.GroupId, seat.PersonId });

        // No one can be in two groups of a round.
        builder.HasIndex(seat => new { seat.PersonId, seat.Round }).IsUnique();
        builder.HasIndex(seat => new { seat.OrganisationId, seat.Round });
        builder.HasIndex(seat => seat.NextStepAt);
    }
}

internal sealed class PairingAvoidanceConfiguration : IEntityTypeConfiguration<PairingAvoidance>
{
    public void Configure(EntityTypeBuilder<PairingAvoidance> builder)
    {
        builder.ToTable("pairing_avoidances");
        builder.HasKey(avoidance => new { avoidance.PersonId, avoidance.AvoidedId });
        builder.HasIndex(avoidance => avoidance.OrganisationId);
    }
}
