using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Focus;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Merges focus lists when two people turn out to be the same person, both as owner and as an entry.</summary>
internal static class FocusMerger
{
    /// <summary>Merges the lists. The changes are saved on commit. Duplicates and entries for the owner themselves are dropped.</summary>
    public static async Task MergeAsync(RelateDbContext context, Guid duplicateId, Guid knownId, CancellationToken cancellationToken)
    {
        var owners = await context.FocusPeople
            .Where(entry => entry.PersonId == knownId)
            .Select(entry => entry.OwnerId)
            .ToListAsync(cancellationToken);
        foreach (var entry in await context.FocusPeople.Where(entry => entry.PersonId == duplicateId).ToListAsync(cancellationToken))
        {
            if (entry.OwnerId == knownId || owners.Contains(entry.OwnerId))
            {
                context.FocusPeople.Remove(entry);
            }
            else
            {
                entry.PersonId = knownId;
                entry.Plan();
            }
        }

        var own = await context.FocusPeople.Where(entry => entry.OwnerId == knownId).ToListAsync(cancellationToken);
        var others = await context.FocusPeople.Where(entry => entry.OwnerId == duplicateId).ToListAsync(cancellationToken);
        foreach (var entry in others.OrderBy(entry => entry.Place))
        {
            if (own.Count == FocusPerson.MaxPerOwner || entry.PersonId == knownId || own.Exists(other => other.PersonId == entry.PersonId))
            {
                context.FocusPeople.Remove(entry);
                continue;
            }

            entry.OwnerId = knownId;
            entry.Place = Enumerable.Range(1, FocusPerson.MaxPerOwner).First(place => own.TrueForAll(other => other.Place != place));
            entry.Plan();
            own.Add(entry);
        }
    }
}
