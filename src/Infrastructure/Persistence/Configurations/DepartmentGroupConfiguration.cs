using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class DepartmentGroupConfiguration : IEntityTypeConfiguration<DepartmentGroup>
{
    public void Configure(EntityTypeBuilder<DepartmentGroup> builder)
    {
        builder.ToTable("department_groups");
        builder.Property(group => group.Id).ValueGeneratedNever();
        builder.HasIndex(group => new { group.WorkspaceId, group.ExternalId }).IsUnique();
        builder.HasIndex(group => group.DepartmentId);
    }
}
