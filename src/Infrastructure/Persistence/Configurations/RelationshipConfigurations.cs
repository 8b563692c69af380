using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Introductions;
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

        // Changing a count requires its latest value, so two hosts that project at once can't overwrite each other.
        builder.Property(flow => flow.Helps).IsConcurrencyToken();
        builder.Property(flow => flow.Thanks).IsConcurrencyToken();
        builder.Property(flow => flow.Kudos).IsConcurrencyToken();
    }
}

internal sealed class HelperMonthConfiguration : IEntityTypeConfiguration<HelperMonth>
{
    public void Configure(EntityTypeBuilder<HelperMonth> builder)
    {
        builder.ToTable("helper_months");
        builder.HasKey(month => new { month.OrganisationId, month.PersonId, month.Month });

        // As with flows: changing a count requires its latest value.
        builder.Property(month => month.Helps).IsConcurrencyToken();
        builder.Property(month => month.Thanks).IsConcurrencyToken();
    }
}

internal sealed class TieConfiguration : IEntityTypeConfiguration<Tie>
{
    public void Configure(EntityTypeBuilder<Tie> builder)
    {
        builder.ToTable("ties");
        builder.HasKey(tie => new { tie.OrganisationId, tie.FirstPersonId, tie.SecondPersonId });

        // For a person's strongest ties, on either side.
        builder.HasIndex(tie => new { tie.FirstPersonId, tie.Level });
        builder.HasIndex(tie => new { tie.SecondPersonId, tie.Level });

        // As with flows: a change requires the latest value.
        builder.Property(tie => tie.Week).IsConcurrencyToken();
        builder.Property(tie => tie.Weeks).IsConcurrencyToken();
        builder.Property(tie => tie.There).IsConcurrencyToken();
        builder.Property(tie => tie.Back).IsConcurrencyToken();
    }
}

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

internal sealed class FocusPersonConfiguration : IEntityTypeConfiguration<FocusPerson>
{
    // An encrypted character takes up to four, and the encryption adds about a hundred.
    private const int LongestSealedNote = (FocusPerson.LongestNote * 4) + 400;

    public void Configure(EntityTypeBuilder<FocusPerson> builder)
    {
        builder.ToTable("focus_people");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Note).HasMaxLength(LongestSealedNote);
        builder.Property(entry => entry.Version).IsConcurrencyToken();
        builder.Ignore(entry => entry.ContactAt);
        builder.HasIndex(entry => new { entry.OwnerId, entry.Place }).IsUnique();
        builder.HasIndex(entry => new { entry.OwnerId, entry.PersonId }).IsUnique();
        builder.HasIndex(entry => entry.PersonId);
        builder.HasIndex(entry => new { entry.OrganisationId, entry.DueAt, entry.Id });
    }
}

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

        // The same two people can have one open introduction at a time.
        builder
            .HasIndex(introduction => new { introduction.AskerId, introduction.TargetId })
            .IsUnique()
            .HasFilter("\"ExpiresAt\" IS NOT NULL");
    }
}
