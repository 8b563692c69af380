using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>The scope's one transaction: what happened, the delivery key and the outgoing messages commit together.</summary>
public sealed class UnitOfWork(RelateDbContext context, ICommitter committer, OutboxSignal signal)
{
    /// <summary>Commits all of it and wakes the sender. Throws <see cref="ConflictException"/> when somebody else was first; nothing is kept then.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        var sends = context.Outbox.Local.Any(message => message.SettledAt is null);
        await committer.CommitAsync(context, cancellationToken);
        if (sends)
        {
            signal.Set();
        }
    }
}
