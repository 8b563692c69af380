using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Prompts;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class PromptPlanConfiguration : IEntityTypeConfiguration<PromptPlan>
{
    // Two days of travel more than a week, at the most that the settings allow: 5 a day, 40 characters each.
    private const int LongestApproaches = 2000;

    public void Configure(EntityTypeBuilder<PromptPlan> builder)
    {
        builder.ToTable("prompt_plans");
        builder.HasKey(plan => plan.PersonId);
        builder.Property(plan => plan.PersonId).ValueGeneratedNever();
        builder.Property(plan => plan.Approaches).HasConversion<ApproachesConverter, ApproachesComparer>().HasMaxLength(LongestApproaches);
        builder.Property(plan => plan.Version).IsConcurrencyToken();
        builder.HasIndex(plan => new { plan.OrganisationId, plan.PersonId, plan.NextAt });
    }
}
