namespace RelateBot.Infrastructure.Persistence.Committing;

/// <summary>Makes everything that a context holds durable in one transaction, or nothing of it.</summary>
public interface ICommitter
{
    /// <summary>Returns once it survives a power cut. Throws <see cref="ConflictException"/> when somebody else was first.</summary>
    Task CommitAsync(RelateDbContext context, CancellationToken cancellationToken);
}
