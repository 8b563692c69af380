using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>Stores the emoji that created thanks.</summary>
public sealed class Reactions(RelateDbContext context)
{
    /// <summary>Finds a reaction. Changes to it are saved on commit.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<Reaction?> FindAsync(Guid workspaceId, string key, CancellationToken cancellationToken) =>
        context.Reactions.FirstOrDefaultAsync(stored => stored.WorkspaceId == workspaceId && stored.Key == key, cancellationToken);

    /// <summary>Adds a reaction, which is saved on commit.</summary>
    public void Add(Reaction reaction) => context.Reactions.Add(reaction);
}
