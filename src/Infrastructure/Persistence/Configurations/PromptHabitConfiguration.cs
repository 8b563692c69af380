using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Prompts;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class PromptHabitConfiguration : IEntityTypeConfiguration<PromptHabit>
{
    public void Configure(EntityTypeBuilder<PromptHabit> builder)
    {
        builder.ToTable("prompt_habits");
        builder.HasKey(habit => new { habit.PersonId, habit.Kind });
    }
}
