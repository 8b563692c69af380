using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Help;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class AskConfiguration : IEntityTypeConfiguration<Ask>
{
    public void Configure(EntityTypeBuilder<Ask> builder)
    {
        builder.ToTable("asks");
        builder.Property(ask => ask.Id).ValueGeneratedNever();
        builder.Property(ask => ask.Text).HasMaxLength(Ask.LongestText);
        builder.Property(ask => ask.Topic).HasMaxLength(Ask.LongestTopic);
        builder.Property(ask => ask.Source).HasMaxLength(16);
        builder.Property(ask => ask.Version).IsConcurrencyToken();
        builder.HasIndex(ask => new { ask.AskerId, ask.State });
        builder.HasIndex(ask => new { ask.DepartmentId, ask.AskerDepartmentId });
        builder.HasIndex(ask => new { ask.AskerDepartmentId, ask.State });
        builder.HasIndex(ask => ask.PersonId);
        builder.HasIndex(ask => new { ask.OrganisationId, ask.AskedAt });
        builder.HasIndex(ask => ask.NextStepAt);
    }
}
