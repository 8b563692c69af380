using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class WorkspaceConfiguration : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> builder)
    {
        builder.ToTable("workspaces");
        builder.Property(workspace => workspace.Id).ValueGeneratedNever();
        builder.Property(workspace => workspace.Platform).HasMaxLength(16);
        builder.Property(workspace => workspace.ExternalId).HasMaxLength(64);
        builder.Property(workspace => workspace.BotExternalId).HasMaxLength(64);
        builder.HasIndex(workspace => new { workspace.Platform, workspace.ExternalId }).IsUnique();
        builder.HasIndex(workspace => workspace.InstallationId);
    }
}
