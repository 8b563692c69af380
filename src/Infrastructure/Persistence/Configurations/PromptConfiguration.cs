using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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

        // Whatever is killed and runs again, nobody gets the same prompt twice: this is committed with the message.
        builder.HasIndex(prompt => new { prompt.PersonId, prompt.Kind, prompt.Day }).IsUnique();
        builder.HasIndex(prompt => new { prompt.PersonId, prompt.SentAt });
        builder.HasIndex(prompt => prompt.SentAt);
    }
}
