using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>The outbox's rows. Reading what is due crosses organisations: the sender serves them all.</summary>
public sealed class OutboxStore(RelateDbContext context)
{
    /// <summary>Adds a message to what will be committed.</summary>
    public void Add(OutboxMessage message) => context.Outbox.Add(message);

    /// <summary>The posts that tell of an act, in order, to be withdrawn or changed.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> PostsOfActAsync(Guid actId, CancellationToken cancellationToken) =>
        await context.Outbox.Where(message => message.ActId == actId && message.Operation == OutboxOperation.Post)
            .OrderBy(message => message.Sequence).ToListAsync(cancellationToken);

    /// <summary>
    /// The oldest messages still to be sent, whether their time has come or not, without the conversations and workspaces that
    /// have to wait. The first one of each conversation is its head; none of that conversation may overtake it. After a platform was
    /// away those may be many, so each list is one parameter; SQLite takes no more than 32,766 of them.
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

    /// <summary>What was sent under this id in a workspace; platforms number within a conversation, so it may be several.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> FindSentAsync(Guid workspaceId, string sentId, CancellationToken cancellationToken) =>
        await context.Outbox
            .AsNoTracking()
            .Where(message => message.WorkspaceId == workspaceId && message.SentId == sentId)
            .ToListAsync(cancellationToken);

    /// <summary>The post that an update or a delete concerns, or null when it is gone.</summary>
    public Task<OutboxMessage?> FindPostAsync(Guid id, CancellationToken cancellationToken) =>
        context.Outbox.AsNoTracking().FirstOrDefaultAsync(message => message.Id == id, cancellationToken);

    /// <summary>The message with this id, to be changed; null when it is gone.</summary>
    public Task<OutboxMessage?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.Outbox.FirstOrDefaultAsync(message => message.Id == id, cancellationToken);

    /// <summary>It is replaced by another message, so nothing of it is kept.</summary>
    public void Remove(OutboxMessage message) => context.Outbox.Remove(message);

    /// <summary>Takes a message read elsewhere under this scope's wing, so that changes to it will be committed.</summary>
    public void Attach(OutboxMessage message) => context.Outbox.Attach(message);
}
