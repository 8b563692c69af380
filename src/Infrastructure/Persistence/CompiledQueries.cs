using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>Compiled queries of the commands and projections, translated once for this host.</summary>
internal sealed class CompiledQueries
{
    /// <summary>Finds accounts of a workspace and their people.</summary>
    public Func<RelateDbContext, Guid, IEnumerable<string>, IAsyncEnumerable<AccountWithPerson>> FindAccounts { get; } =
        EF.CompileAsyncQuery(
        (RelateDbContext context, Guid workspaceId, IEnumerable<string> externalIds) =>
            from identity in context.Identities
            join person in context.People on identity.PersonId equals person.Id
            where identity.WorkspaceId == workspaceId && externalIds.Contains(identity.ExternalId)
            select new AccountWithPerson(identity, person));

    /// <summary>
    /// Counts the entries that a person wrote since a moment, without imported ones: an import writes years of history within a minute.
    /// </summary>
    public Func<RelateDbContext, Guid, DateTimeOffset, CancellationToken, Task<int>> CountBy { get; } = EF.CompileAsyncQuery(
        (RelateDbContext context, Guid personId, DateTimeOffset since, CancellationToken _) => context.Exchanges.Count(
            exchange =>
                exchange.FromPersonId == personId
                    && exchange.RecordedAt > since
                    && exchange.OccurredAt > since
                    && exchange.CorrectsId == null));

    /// <summary>Finds the tie of two people, the lower id first.</summary>
    public Func<RelateDbContext, Guid, Guid, CancellationToken, Task<Tie?>> Tie { get; } = EF.CompileAsyncQuery(
        (RelateDbContext context, Guid first, Guid second, CancellationToken _) =>
            context.Ties.FirstOrDefault(tie => tie.FirstPersonId == first && tie.SecondPersonId == second));

    /// <summary>Finds what two people did for each other in a week, the lower id first.</summary>
    public Func<RelateDbContext, Guid, Guid, DateOnly, CancellationToken, Task<TieWeek?>> TieWeek { get; } = EF.CompileAsyncQuery(
        (RelateDbContext context, Guid first, Guid second, DateOnly monday, CancellationToken _) =>
            context.TieWeeks.FirstOrDefault(week => week.FirstPersonId == first && week.SecondPersonId == second && week.Week == monday));

    /// <summary>Finds what one department did for another in a day or a month.</summary>
    public Func<RelateDbContext, FlowSpan, DateOnly, Guid, Guid, CancellationToken, Task<Flow?>> Flow { get; } = EF.CompileAsyncQuery(
        (RelateDbContext context, FlowSpan span, DateOnly start, Guid from, Guid to, CancellationToken _) =>
            context.Flows.FirstOrDefault(flow =>
                flow.Span == span && flow.Start == start && flow.FromDepartmentId == from && flow.ToDepartmentId == to));

    /// <summary>An account and its person.</summary>
    internal sealed record AccountWithPerson(Identity Identity, Person Person);
}
