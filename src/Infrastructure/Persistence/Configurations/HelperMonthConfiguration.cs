using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class HelperMonthConfiguration : IEntityTypeConfiguration<HelperMonth>
{
    public void Configure(EntityTypeBuilder<HelperMonth> builder)
    {
        builder.ToTable("helper_months");
        builder.HasKey(month => new { month.OrganisationId, month.PersonId, month.Month });

        // As with flows: whoever changes a count must have seen its last value.
        builder.Property(month => month.Helps).IsConcurrencyToken();
        builder.Property(month => month.Thanks).IsConcurrencyToken();
    }
}
