using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RelateBot.Infrastructure.Persistence.Configurations;

/// <summary>
/// A key that tokens and notes are sealed with, itself wrapped by the configured certificate or key file. It belongs to the installation as
/// a whole.
/// </summary>
internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.Property(key => key.Xml).HasMaxLength(-1);
    }
}
