using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence;

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
