using Microsoft.EntityFrameworkCore;

namespace RelateBot.Infrastructure.Persistence.Committing;

/// <summary>Commits directly. For database servers, which group commits of many connections themselves.</summary>
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
