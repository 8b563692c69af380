using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class HelpClaimConfiguration : IEntityTypeConfiguration<HelpClaim>
{
    public void Configure(EntityTypeBuilder<HelpClaim> builder)
    {
        builder.ToTable("help_claims");
        builder.Property(claim => claim.Id).ValueGeneratedNever();
        builder.Property(claim => claim.Text).HasMaxLength(ThanksLimits.Note);
        builder.Property(claim => claim.Source).HasMaxLength(16);
        builder.Property(claim => claim.Version).IsConcurrencyToken();
        builder.HasIndex(claim => new { claim.HelperId, claim.ClaimedAt });
        builder.HasIndex(claim => claim.CountsAt);
    }
}
