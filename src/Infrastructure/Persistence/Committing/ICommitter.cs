namespace RelateBot.Infrastructure.Persistence.Committing;

/// <summary>Commits every change of a context in one transaction.</summary>
public interface ICommitter
{
    /// <summary>Returns once the changes would survive a power failure.</summary>
    /// <exception cref="ConflictException">Another commit was first. Nothing is saved.</exception>
    Task CommitAsync(RelateDbContext context, CancellationToken cancellationToken);
}
