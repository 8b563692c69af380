using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Introductions;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class IntroductionConfiguration : IEntityTypeConfiguration<Introduction>
{
    public void Configure(EntityTypeBuilder<Introduction> builder)
    {
        builder.ToTable("introductions");
        builder.Property(introduction => introduction.Id).ValueGeneratedNever();
        builder.Property(introduction => introduction.Reason).HasMaxLength(Introduction.LongestReason);
        builder.Property(introduction => introduction.Version).IsConcurrencyToken();
        builder.Ignore(introduction => introduction.Asked);
        builder.HasIndex(introduction => new { introduction.AskerId, introduction.AskedAt });
        builder.HasIndex(introduction => introduction.ExpiresAt);

        // Of the same two people one at a time.
        builder.HasIndex(introduction => new { introduction.AskerId, introduction.TargetId }).IsUnique().HasFilter("\"ExpiresAt\" IS NOT NULL");
    }
}
