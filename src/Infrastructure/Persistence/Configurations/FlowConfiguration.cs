using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class FlowConfiguration : IEntityTypeConfiguration<Flow>
{
    public void Configure(EntityTypeBuilder<Flow> builder)
    {
        builder.ToTable("flows");
        builder.HasKey(flow => new { flow.OrganisationId, flow.Span, flow.Start, flow.FromDepartmentId, flow.ToDepartmentId });
        builder.HasIndex(flow => new { flow.FromDepartmentId, flow.Span, flow.Start });
        builder.HasIndex(flow => new { flow.ToDepartmentId, flow.Span, flow.Start });

        // Whoever changes a count must have seen its last value: two hosts that project at the same time cannot overwrite each other.
        builder.Property(flow => flow.Helps).IsConcurrencyToken();
        builder.Property(flow => flow.Thanks).IsConcurrencyToken();
        builder.Property(flow => flow.Kudos).IsConcurrencyToken();
    }
}
