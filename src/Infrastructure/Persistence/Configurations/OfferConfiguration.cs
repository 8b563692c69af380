using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Help;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class OfferConfiguration : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("offers");
        builder.HasKey(offer => new { offer.OwnerId, offer.Topic });
        builder.Property(offer => offer.Topic).HasMaxLength(Ask.LongestTopic);
        builder.HasIndex(offer => new { offer.OrganisationId, offer.Topic });
    }
}
