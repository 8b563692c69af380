using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Focus;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class FocusPersonConfiguration : IEntityTypeConfiguration<FocusPerson>
{
    // A sealed character takes up to four, and the seal itself some hundred.
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
