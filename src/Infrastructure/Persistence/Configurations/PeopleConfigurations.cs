using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(organisation => organisation.Id).ValueGeneratedNever();
        builder.Property(organisation => organisation.TimeZone).HasMaxLength(64);
    }
}

internal sealed class WorkspaceConfiguration : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> builder)
    {
        builder.ToTable("workspaces");
        builder.Property(workspace => workspace.Id).ValueGeneratedNever();
        builder.Property(workspace => workspace.Platform).HasMaxLength(16);
        builder.Property(workspace => workspace.ExternalId).HasMaxLength(64);
        builder.Property(workspace => workspace.BotExternalId).HasMaxLength(64);
        builder.HasIndex(workspace => new { workspace.Platform, workspace.ExternalId }).IsUnique();
        builder.HasIndex(workspace => workspace.InstallationId);
    }
}

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

internal sealed class IdentityConfiguration : IEntityTypeConfiguration<Identity>
{
    public void Configure(EntityTypeBuilder<Identity> builder)
    {
        builder.ToTable("identities");
        builder.Property(identity => identity.Id).ValueGeneratedNever();
        builder.HasIndex(identity => new { identity.WorkspaceId, identity.ExternalId }).IsUnique();
        builder.HasIndex(identity => identity.PersonId);
        builder.HasIndex(identity => identity.NeedsProfile);
    }
}

internal sealed class DepartmentConfiguration : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("departments");
        builder.Property(department => department.Id).ValueGeneratedNever();
        builder.Property(department => department.HowToHelpText).HasMaxLength((HowToHelp.MostLines * (HowToHelp.LongestLine + 1)) - 1);
        builder.Property(department => department.RosterId).HasMaxLength(100);
        builder.HasIndex(department => new { department.OrganisationId, department.NameKey }).IsUnique();
        builder.HasIndex(department => new { department.OrganisationId, department.HandleKey });
    }
}

internal sealed class DepartmentDelegateConfiguration : IEntityTypeConfiguration<DepartmentDelegate>
{
    public void Configure(EntityTypeBuilder<DepartmentDelegate> builder)
    {
        builder.ToTable("department_delegates");
        builder.HasKey(delegated => new { delegated.DepartmentId, delegated.PersonId });
    }
}

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

internal sealed class GroupMemberConfiguration : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> builder)
    {
        builder.ToTable("group_members");
        builder.HasKey(member => new { member.GroupId, member.ExternalId });
        builder.HasIndex(member => member.ExternalId);
    }
}
