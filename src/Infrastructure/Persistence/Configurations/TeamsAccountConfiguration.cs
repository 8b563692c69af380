using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Infrastructure.Persistence.Configurations;

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
