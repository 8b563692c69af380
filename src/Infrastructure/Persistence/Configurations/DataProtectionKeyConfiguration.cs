using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RelateBot.Infrastructure.Persistence.Configurations;

/// <summary>
/// A key that encrypts tokens and notes. The configured certificate or key file encrypts the key itself. It belongs to the deployment as a
/// whole, not to an organisation.
/// </summary>
internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.Property(key => key.Xml).HasMaxLength(-1);
    }
}
