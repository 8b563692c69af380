using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>Stores the emoji that created thanks.</summary>
public sealed class Reactions(RelateDbContext context)
{
    /// <summary>Finds a person's reactions to a message, in all variants. Changes to them are saved on commit.</summary>
    /// <returns>The one with this key, and those whose keys continue with a colon; empty when there are none.</returns>
    public async Task<IReadOnlyList<Reaction>> FindVariantsAsync(Guid workspaceId, string key, CancellationToken cancellationToken)
    {
        var variants = key + ":";
        return await context.Reactions
            .Where(stored => stored.WorkspaceId == workspaceId && (stored.Key == key || stored.Key.StartsWith(variants)))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Adds a reaction, which is saved on commit.</summary>
    public void Add(Reaction reaction) => context.Reactions.Add(reaction);
}
