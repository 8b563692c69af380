using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class UnprojectedExchangeConfiguration : IEntityTypeConfiguration<UnprojectedExchange>
{
    public void Configure(EntityTypeBuilder<UnprojectedExchange> builder)
    {
        builder.ToTable("unprojected_exchanges");
        builder.HasKey(entry => entry.ExchangeId);
        builder.Property(entry => entry.ExchangeId).ValueGeneratedNever();
    }
}
