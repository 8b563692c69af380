using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>The emoji on messages that thanks came of.</summary>
public sealed class Reactions(RelateDbContext context)
{
    /// <summary>What is known of one, to be changed; null when nothing is yet.</summary>
    public Task<Reaction?> FindAsync(Guid workspaceId, string key, CancellationToken cancellationToken) =>
        context.Reactions.FirstOrDefaultAsync(stored => stored.WorkspaceId == workspaceId && stored.Key == key, cancellationToken);

    /// <summary>Adds one to what will be committed.</summary>
    public void Add(Reaction reaction) => context.Reactions.Add(reaction);
}
