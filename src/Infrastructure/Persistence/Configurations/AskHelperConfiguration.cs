using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelateBot.Domain.Help;

namespace RelateBot.Infrastructure.Persistence.Configurations;

internal sealed class AskHelperConfiguration : IEntityTypeConfiguration<AskHelper>
{
    public void Configure(EntityTypeBuilder<AskHelper> builder)
    {
        builder.ToTable("ask_helpers");
        builder.HasKey(helper => new { helper.AskId, helper.PersonId });
        builder.HasIndex(helper => helper.PersonId);
    }
}
