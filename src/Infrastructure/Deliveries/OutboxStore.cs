using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>The outbox table. Reading due messages crosses organisations, because one sender serves all of them.</summary>
public sealed class OutboxStore(RelateDbContext context)
{
    /// <summary>Adds a message, which is saved on commit.</summary>
    public void Add(OutboxMessage message) => context.Outbox.Add(message);

    /// <summary>Returns the posts about an act, in order, so that they can be withdrawn or changed.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> PostsOfActAsync(Guid actId, CancellationToken cancellationToken) =>
        await context.Outbox.Where(message => message.ActId == actId && message.Operation == OutboxOperation.Post)
            .OrderBy(message => message.Sequence).ToListAsync(cancellationToken);

    /// <summary>
    /// Returns the oldest unsent messages, due or not, without the conversations and workspaces that have to wait. The first one of each
    /// conversation must be sent before the others. After a platform outage the lists can be long, so each is one parameter; SQLite allows
    /// at most 32,766.
    /// </summary>
    public async Task<IReadOnlyList<OutboxMessage>> OldestOpenAsync(
        IReadOnlyCollection<string> waitingConversations,
        IReadOnlyCollection<Guid> waitingWorkspaces,
        int limit,
        CancellationToken cancellationToken) =>
        await context.Outbox.IgnoreQueryFilters().AsNoTracking()
            .Where(message => message.SettledAt == null
                && !EF.Parameter(waitingConversations).Contains(message.Conversation)
                && !EF.Parameter(waitingWorkspaces).Contains(message.WorkspaceId))
            .OrderBy(message => message.Sequence).Take(limit).ToListAsync(cancellationToken);

    /// <summary>
    /// Returns the posts with this platform message id in a workspace. Platforms number messages by conversation, so there can be several.
    /// </summary>
    public async Task<IReadOnlyList<OutboxMessage>> FindSentAsync(Guid workspaceId, string sentId, CancellationToken cancellationToken) =>
        await context.Outbox
            .AsNoTracking()
            .Where(message => message.WorkspaceId == workspaceId && message.SentId == sentId)
            .ToListAsync(cancellationToken);

    /// <summary>Finds the post that an update or delete applies to.</summary>
    /// <returns>Null when it was removed.</returns>
    public Task<OutboxMessage?> FindPostAsync(Guid id, CancellationToken cancellationToken) =>
        context.Outbox.AsNoTracking().FirstOrDefaultAsync(message => message.Id == id, cancellationToken);

    /// <summary>Attaches a message that was read in another scope, so that changes to it are saved on commit.</summary>
    public void Attach(OutboxMessage message) => context.Outbox.Attach(message);
}
