using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>The emoji on messages that thanks came of.</summary>
public sealed class Reactions(RelateDbContext context)
{
    /// <summary>What is known of a person's emoji on a message and of its variants, to be changed.</summary>
    /// <returns>The one with this key, and those whose keys go on with a colon; none when nothing is known yet.</returns>
    public async Task<IReadOnlyList<Reaction>> FindVariantsAsync(Guid workspaceId, string key, CancellationToken cancellationToken)
    {
        var variants = key + ":";
        return await context.Reactions
            .Where(stored => stored.WorkspaceId == workspaceId && (stored.Key == key || stored.Key.StartsWith(variants)))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Adds one to what will be committed.</summary>
    public void Add(Reaction reaction) => context.Reactions.Add(reaction);
}
