using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class TieConfiguration : IEntityTypeConfiguration<Tie>
{
    public void Configure(EntityTypeBuilder<Tie> builder)
    {
        builder.ToTable("ties");
        builder.HasKey(tie => new { tie.OrganisationId, tie.FirstPersonId, tie.SecondPersonId });

        // Somebody's strongest ties, from either side.
        builder.HasIndex(tie => new { tie.FirstPersonId, tie.Level });
        builder.HasIndex(tie => new { tie.SecondPersonId, tie.Level });

        // As with flows: whoever changes it must have seen its last value.
        builder.Property(tie => tie.Week).IsConcurrencyToken();
        builder.Property(tie => tie.Weeks).IsConcurrencyToken();
        builder.Property(tie => tie.There).IsConcurrencyToken();
        builder.Property(tie => tie.Back).IsConcurrencyToken();
    }
}
