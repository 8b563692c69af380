using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Roster.Sync;
using RelateBot.Infrastructure.Teams;

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

internal sealed class TeamsAccountConfiguration : IEntityTypeConfiguration<TeamsAccount>
{
    public void Configure(EntityTypeBuilder<TeamsAccount> builder)
    {
        builder.ToTable("teams_accounts");
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.ConversationId).HasMaxLength(400);
        builder.Property(account => account.SeenIn).HasMaxLength(400);
        builder.Property(account => account.ServiceUrl).HasMaxLength(400);
        builder.HasIndex(account => new { account.WorkspaceId, account.ExternalId }).IsUnique();
        builder.HasIndex(account => new { account.WorkspaceId, account.UserId });
    }
}

internal sealed class TeamsConversationReferenceConfiguration : IEntityTypeConfiguration<TeamsConversationReference>
{
    public void Configure(EntityTypeBuilder<TeamsConversationReference> builder)
    {
        builder.ToTable("teams_places");
        builder.Property(place => place.Id).ValueGeneratedNever();
        builder.Property(place => place.ServiceUrl).HasMaxLength(400);
        builder.HasIndex(place => new { place.WorkspaceId, place.ExternalId }).IsUnique();
        builder.HasIndex(place => new { place.WorkspaceId, place.NameKey });
    }
}
