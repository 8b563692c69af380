using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class DepartmentDelegateConfiguration : IEntityTypeConfiguration<DepartmentDelegate>
{
    public void Configure(EntityTypeBuilder<DepartmentDelegate> builder)
    {
        builder.ToTable("department_delegates");
        builder.HasKey(delegated => new { delegated.DepartmentId, delegated.PersonId });
    }
}
