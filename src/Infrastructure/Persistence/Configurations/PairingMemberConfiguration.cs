using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Pairing;

namespace RelateBot.Infrastructure.Persistence.Configurations;

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
