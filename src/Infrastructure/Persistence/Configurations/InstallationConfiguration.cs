using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Infrastructure.Installations;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class InstallationConfiguration : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> builder)
    {
        builder.ToTable("installations");
        builder.Property(installation => installation.Id).ValueGeneratedNever();
        builder.Property(installation => installation.Platform).HasMaxLength(16);
        builder.Property(installation => installation.ExternalId).HasMaxLength(64);
        builder.Property(installation => installation.EnterpriseExternalId).HasMaxLength(64);
        builder.Property(installation => installation.BotExternalId).HasMaxLength(64);
        builder.Property(installation => installation.Token).HasMaxLength(-1);
        builder.Property(installation => installation.RefreshToken).HasMaxLength(-1);
        builder.Property(installation => installation.Version).IsConcurrencyToken();
        builder.HasIndex(installation => new { installation.Platform, installation.ExternalId }).IsUnique();
        builder.HasIndex(installation => new { installation.Platform, installation.EnterpriseExternalId });
    }
}
