using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class SecondingConfiguration : IEntityTypeConfiguration<Seconding>
{
    public void Configure(EntityTypeBuilder<Seconding> builder)
    {
        builder.ToTable("secondings");
        builder.HasKey(seconding => new { seconding.ActId, seconding.PersonId });
    }
}
