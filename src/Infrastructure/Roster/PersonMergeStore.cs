using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Auditing;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Drafts;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Merges two records of one person for an administrator, and undoes a merge. The caller commits.</summary>
public sealed class PersonMergeStore(RelateDbContext context, DraftStore drafts, AuditLog audit, TimeProvider clock)
{
    /// <summary>How long a merge can be undone.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(10);

    /// <summary>Finds the person with this address; null when there is none.</summary>
    public Task<Person?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var address = email.ToLowerInvariant();
        return context.People.FirstOrDefaultAsync(person => person.Email == address, cancellationToken);
    }

    /// <summary>Merges two records. The one with a chat account is kept, otherwise the older one.</summary>
    /// <returns>The kept person and the id for undoing it; null when both have an account in one workspace, so they're different.</returns>
    public async Task<(Person Kept, Person Merged, Guid UndoId)?> MergeAsync(
        Person by, Person one, Person other, CancellationToken cancellationToken)
    {
        var identities = await context.Identities
            .Where(identity => identity.PersonId == one.Id || identity.PersonId == other.Id)
            .ToListAsync(cancellationToken);
        if (identities.GroupBy(identity => identity.WorkspaceId).Any(
            ofWorkspace => ofWorkspace.Select(identity => identity.PersonId).Distinct().Count() > 1))
        {
            return null;
        }

        var ranked = new[] { one, other }
            .OrderByDescending(person => identities.Exists(identity => identity.PersonId == person.Id))
            .ThenBy(person => person.Id)
            .ToList();
        var (kept, merged) = (ranked[0], ranked[1]);
        context.ChangeTracker.DetectChanges();
        var before = context.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added)
            .Select(entry => entry.Entity)
            .ToHashSet();
        await PersonMerger.MergeAsync(context, merged, kept, cancellationToken);
        var now = clock.GetUtcNow();
        var undo = new Draft
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = by.OrganisationId,
            PersonId = by.Id,
            Content = JsonSerializer.Serialize(RowChanges.Of(context, before)),
            ExpiresAt = now + UndoTime,
        };
        drafts.Add(undo);
        audit.Record(by.Email ?? $"{by.Id}", "people.merge", $"{merged.Id} into {kept.Id}");
        return (kept, merged, undo.Id);
    }

    /// <summary>Undoes a merge.</summary>
    /// <returns>False when it is too late, was already undone, or was done by someone else.</returns>
    public async Task<bool> TryUndoAsync(Guid undoId, Person by, CancellationToken cancellationToken)
    {
        if (await drafts.TakeAsync(undoId, by, cancellationToken) is not { } undo || undo.ExpiresAt < clock.GetUtcNow())
        {
            return false;
        }

        await RowChanges.UndoAsync(context, JsonSerializer.Deserialize<List<RowChange>>(undo.Content)!, cancellationToken);
        audit.Record(by.Email ?? $"{by.Id}", "people.merge.undo", $"{undoId}");
        return true;
    }
}
