using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Digests;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class DigestSubscriptionConfiguration : IEntityTypeConfiguration<DigestSubscription>
{
    public void Configure(EntityTypeBuilder<DigestSubscription> builder)
    {
        builder.ToTable("digest_subscriptions");
        builder.HasKey(subscription => subscription.PersonId);
        builder.Property(subscription => subscription.PersonId).ValueGeneratedNever();
        builder.Property(subscription => subscription.Version).IsConcurrencyToken();
        builder.HasIndex(subscription => subscription.NextAt);
    }
}
