using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class TeamsPlaceConfiguration : IEntityTypeConfiguration<TeamsPlace>
{
    public void Configure(EntityTypeBuilder<TeamsPlace> builder)
    {
        builder.ToTable("teams_places");
        builder.Property(place => place.Id).ValueGeneratedNever();
        builder.Property(place => place.ServiceUrl).HasMaxLength(400);
        builder.HasIndex(place => new { place.WorkspaceId, place.ExternalId }).IsUnique();
        builder.HasIndex(place => new { place.WorkspaceId, place.NameKey });
    }
}
