using Microsoft.EntityFrameworkCore;

namespace RelateBot.Infrastructure.Persistence.Committing;

/// <summary>For a database server, which groups commits of many connections itself.</summary>
internal sealed class DirectCommitter : ICommitter
{
    public async Task CommitAsync(RelateDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsConflict())
        {
            throw new ConflictException(exception);
        }
    }
}
