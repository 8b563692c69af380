using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.Email).HasMaxLength(254);
        builder.Property(person => person.TimeZone).HasMaxLength(64);
        builder.Property(person => person.Locale).HasMaxLength(35);
        builder.Property(person => person.WorkingHours).HasMaxLength(11);
        builder.Property(person => person.SetByHand).HasConversion<int>();
        builder.HasIndex(person => new { person.OrganisationId, person.NameKey });
        builder.HasIndex(person => new { person.OrganisationId, person.HandleKey });
        builder.HasIndex(person => new { person.OrganisationId, person.Email }).IsUnique();
        builder.HasIndex(person => person.DepartmentId);
        builder.HasIndex(person => person.ManagerId);
        builder.HasIndex(person => new { person.OrganisationId, person.MayBeNamedUnsung });
    }
}
