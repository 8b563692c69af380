using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Persistence.Projections;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class ExchangeConfiguration : IEntityTypeConfiguration<Exchange>
{
    public void Configure(EntityTypeBuilder<Exchange> builder)
    {
        builder.ToTable("exchanges");
        builder.Property(exchange => exchange.Id).ValueGeneratedNever();
        builder.Property(exchange => exchange.Note).HasMaxLength(ThanksLimits.Note);
        builder.Property(exchange => exchange.Source).HasMaxLength(16);
        builder.Property(exchange => exchange.Link).HasMaxLength(ThanksLimits.Link);
        builder.HasIndex(exchange => exchange.ActId);
        builder.HasIndex(exchange => new { exchange.FromPersonId, exchange.RecordedAt });

        // For a person's lists, newest first.
        builder.HasIndex(exchange => new { exchange.FromPersonId, exchange.OccurredAt, exchange.ActId });
        builder.HasIndex(exchange => new { exchange.ToPersonId, exchange.OccurredAt, exchange.ActId });
        builder
            .HasIndex(exchange => new { exchange.ToDepartmentId, exchange.OccurredAt, exchange.ActId })
            .HasFilter("\"ToPersonId\" IS NULL");

        // Public thanks by time, of the organisation and of a department, for the digest.
        const string PublicThanks = "\"Kind\" = 'Thanks' AND \"Visibility\" = 'Public' AND \"CorrectsId\" IS NULL";
        builder.HasIndex(exchange => new { exchange.OrganisationId, exchange.OccurredAt }).HasFilter(PublicThanks);
        builder.HasIndex(exchange => new { exchange.ToDepartmentId, exchange.OccurredAt }).HasFilter(PublicThanks);

        // Partial: without the filter, SQLite uses this index for "is not a correction" and scans the whole ledger.
        builder.HasIndex(exchange => exchange.CorrectsId).IsUnique().HasFilter("\"CorrectsId\" IS NOT NULL");
    }
}

internal sealed class SecondingConfiguration : IEntityTypeConfiguration<Seconding>
{
    public void Configure(EntityTypeBuilder<Seconding> builder)
    {
        builder.ToTable("secondings");
        builder.HasKey(seconding => new { seconding.ActId, seconding.PersonId });
    }
}

internal sealed class UnprojectedExchangeConfiguration : IEntityTypeConfiguration<UnprojectedExchange>
{
    public void Configure(EntityTypeBuilder<UnprojectedExchange> builder)
    {
        builder.ToTable("unprojected_exchanges");
        builder.HasKey(entry => entry.ExchangeId);
        builder.Property(entry => entry.ExchangeId).ValueGeneratedNever();
    }
}
