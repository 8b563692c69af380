using Microsoft.EntityFrameworkCore;
using RelateBot.Domain;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.Drafts;

/// <summary>Drafts in the database.</summary>
public sealed class DraftStore(RelateDbContext context)
{
    /// <summary>Adds one to what will be committed.</summary>
    public void Add(Draft draft) => context.Drafts.Add(draft);

    /// <summary>Takes one out, so that it can be used once; null when there is none of this author's.</summary>
    public async Task<Draft?> TakeAsync(Guid id, Person author, CancellationToken cancellationToken)
    {
        var kept = await context.Drafts.FirstOrDefaultAsync(draft => draft.Id == id && draft.PersonId == author.Id, cancellationToken);
        if (kept is not null)
        {
            context.Drafts.Remove(kept);
        }

        return kept;
    }
}

/// <summary>Something half said, kept until its author has answered a question about it, an hour at most.</summary>
public sealed class Draft : IOrganisationScoped
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Whose draft; nobody else can go on with it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What was said, as JSON of the feature that asked.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
