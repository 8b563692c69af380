using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class AskConfiguration : IEntityTypeConfiguration<Ask>
{
    public void Configure(EntityTypeBuilder<Ask> builder)
    {
        builder.ToTable("asks");
        builder.Property(ask => ask.Id).ValueGeneratedNever();
        builder.Property(ask => ask.Text).HasMaxLength(Ask.LongestText);
        builder.Property(ask => ask.Topic).HasMaxLength(Ask.LongestTopic);
        builder.Property(ask => ask.Source).HasMaxLength(16);
        builder.Property(ask => ask.Version).IsConcurrencyToken();
        builder.HasIndex(ask => new { ask.AskerId, ask.State });
        builder.HasIndex(ask => new { ask.DepartmentId, ask.AskerDepartmentId });
        builder.HasIndex(ask => new { ask.AskerDepartmentId, ask.State });
        builder.HasIndex(ask => ask.PersonId);
        builder.HasIndex(ask => new { ask.OrganisationId, ask.AskedAt });
        builder.HasIndex(ask => ask.NextStepAt);
    }
}

internal sealed class AskHelperConfiguration : IEntityTypeConfiguration<AskHelper>
{
    public void Configure(EntityTypeBuilder<AskHelper> builder)
    {
        builder.ToTable("ask_helpers");
        builder.HasKey(helper => new { helper.AskId, helper.PersonId });
        builder.HasIndex(helper => helper.PersonId);
    }
}

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

internal sealed class HelpClaimConfiguration : IEntityTypeConfiguration<HelpClaim>
{
    public void Configure(EntityTypeBuilder<HelpClaim> builder)
    {
        builder.ToTable("help_claims");
        builder.Property(claim => claim.Id).ValueGeneratedNever();
        builder.Property(claim => claim.Text).HasMaxLength(ThanksLimits.Note);
        builder.Property(claim => claim.Source).HasMaxLength(16);
        builder.Property(claim => claim.Version).IsConcurrencyToken();
        builder.HasIndex(claim => new { claim.HelperId, claim.ClaimedAt });
        builder.HasIndex(claim => claim.CountsAt);
    }
}
