using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Introductions;

namespace RelateBot.Infrastructure.Persistence.Introductions;

/// <summary>Stores introductions in the database.</summary>
internal sealed class IntroductionStore(RelateDbContext context) : IIntroductionStore
{
    public void Add(Introduction introduction) => context.Introductions.Add(introduction);

    public Task<Introduction?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.Introductions.FirstOrDefaultAsync(introduction => introduction.Id == id, cancellationToken);

    public async Task<IReadOnlyList<Introduction>> AskedByAsync(Guid askerId, DateTimeOffset since, CancellationToken cancellationToken) =>
        await context.Introductions
            .AsNoTracking()
            .Where(introduction => introduction.AskerId == askerId && introduction.AskedAt >= since)
            .ToListAsync(cancellationToken);
}
