using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Prompts;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class PromptPlanConfiguration : IEntityTypeConfiguration<PromptPlan>
{
    public void Configure(EntityTypeBuilder<PromptPlan> builder)
    {
        builder.ToTable("prompt_plans");
        builder.HasKey(plan => plan.PersonId);
        builder.Property(plan => plan.PersonId).ValueGeneratedNever();
        builder.Property(plan => plan.Version).IsConcurrencyToken();
        builder.HasIndex(plan => new { plan.OrganisationId, plan.PersonId, plan.NextAt });
    }
}
