using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>What every command asks, translated once for this host rather than looked up by its expression each time.</summary>
internal sealed class CompiledQueries
{
    /// <summary>These accounts of a workspace and whose they are.</summary>
    public Func<RelateDbContext, Guid, IEnumerable<string>, IAsyncEnumerable<Met>> Meet { get; } = EF.CompileAsyncQuery(
        (RelateDbContext context, Guid workspaceId, IEnumerable<string> externalIds) =>
            from identity in context.Identities
            join person in context.People on identity.PersonId equals person.Id
            where identity.WorkspaceId == workspaceId && externalIds.Contains(identity.ExternalId)
            select new Met(identity, person));

    /// <summary>How much somebody wrote since then. An import writes years of history within a minute; that is not somebody thanking too fast.</summary>
    public Func<RelateDbContext, Guid, DateTimeOffset, CancellationToken, Task<int>> CountBy { get; } = EF.CompileAsyncQuery(
        (RelateDbContext context, Guid personId, DateTimeOffset since, CancellationToken _) => context.Exchanges.Count(
            exchange => exchange.FromPersonId == personId && exchange.RecordedAt > since && exchange.OccurredAt > since && exchange.CorrectsId == null));

    /// <summary>An account and its person.</summary>
    internal sealed record Met(Identity Identity, Person Person);
}
