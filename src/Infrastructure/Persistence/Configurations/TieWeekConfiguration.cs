using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class TieWeekConfiguration : IEntityTypeConfiguration<TieWeek>
{
    public void Configure(EntityTypeBuilder<TieWeek> builder)
    {
        builder.ToTable("tie_weeks");
        builder.HasKey(week => new { week.OrganisationId, week.FirstPersonId, week.SecondPersonId, week.Week });
        builder.Property(week => week.There).IsConcurrencyToken();
        builder.Property(week => week.Back).IsConcurrencyToken();
    }
}
