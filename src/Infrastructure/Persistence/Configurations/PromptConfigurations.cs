using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Prompts;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class PromptConfiguration : IEntityTypeConfiguration<Prompt>
{
    public void Configure(EntityTypeBuilder<Prompt> builder)
    {
        builder.ToTable("prompts");
        builder.Property(prompt => prompt.Id).ValueGeneratedNever();
        builder.Property(prompt => prompt.Text).HasMaxLength(16);
        builder.Property(prompt => prompt.Subject).HasMaxLength(Prompt.LongestSubject);

        // Committed together with the message, so that no one gets the same prompt twice, even after a crash.
        builder.HasIndex(prompt => new { prompt.PersonId, prompt.Kind, prompt.Day }).IsUnique();
        builder.HasIndex(prompt => new { prompt.PersonId, prompt.SentAt });
        builder.HasIndex(prompt => prompt.SentAt);
    }
}

internal sealed class PromptPreferenceConfiguration : IEntityTypeConfiguration<PromptPreference>
{
    public void Configure(EntityTypeBuilder<PromptPreference> builder)
    {
        builder.ToTable("prompt_habits");
        builder.HasKey(habit => new { habit.PersonId, habit.Kind });
    }
}

internal sealed class PromptPlanConfiguration : IEntityTypeConfiguration<PromptPlan>
{
    // A week and two days, because of time zones, at the highest limit of the settings: 5 a day, 40 characters each.
    private const int LongestApproaches = 2000;

    public void Configure(EntityTypeBuilder<PromptPlan> builder)
    {
        builder.ToTable("prompt_plans");
        builder.HasKey(plan => plan.PersonId);
        builder.Property(plan => plan.PersonId).ValueGeneratedNever();
        builder
            .Property(plan => plan.Approaches)
            .HasConversion<ProactiveMessagesConverter, ProactiveMessagesComparer>()
            .HasMaxLength(LongestApproaches);
        builder.Property(plan => plan.Version).IsConcurrencyToken();
        builder.HasIndex(plan => new { plan.OrganisationId, plan.PersonId, plan.NextAt });
    }
}

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
