using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class DirectorySyncConfiguration : IEntityTypeConfiguration<DirectorySync>
{
    public void Configure(EntityTypeBuilder<DirectorySync> builder)
    {
        builder.ToTable("directory_syncs");
        builder.HasKey(sync => sync.WorkspaceId);
        builder.Property(sync => sync.WorkspaceId).ValueGeneratedNever();
        builder.Property(sync => sync.Cursor).HasMaxLength(500);
        builder.Property(sync => sync.Version).IsConcurrencyToken();
    }
}
