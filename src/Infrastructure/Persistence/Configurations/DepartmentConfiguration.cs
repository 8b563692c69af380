using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class DepartmentConfiguration : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("departments");
        builder.Property(department => department.Id).ValueGeneratedNever();
        builder.Property(department => department.HowToHelpText).HasMaxLength((HowToHelp.MostLines * (HowToHelp.LongestLine + 1)) - 1);
        builder.HasIndex(department => new { department.OrganisationId, department.NameKey }).IsUnique();
        builder.HasIndex(department => new { department.OrganisationId, department.HandleKey });
    }
}
