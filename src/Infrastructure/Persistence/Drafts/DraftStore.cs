using Microsoft.EntityFrameworkCore;
using RelateBot.Domain;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.Drafts;

/// <summary>Stores drafts in the database.</summary>
public sealed class DraftStore(RelateDbContext context)
{
    /// <summary>Adds a draft, which is saved on commit.</summary>
    public void Add(Draft draft) => context.Drafts.Add(draft);

    /// <summary>Removes and returns a draft, so that it can be used once.</summary>
    /// <returns>Null when the author has no such draft.</returns>
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

/// <summary>An unfinished request, kept for at most an hour until its author answers a question about it.</summary>
public sealed class Draft : IOrganisationScoped
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>The author. Only they can continue.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The request, as JSON written by the feature that asked.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
