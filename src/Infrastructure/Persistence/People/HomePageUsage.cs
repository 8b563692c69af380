using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Infrastructure.Persistence.People;

/// <summary>Records who uses their home page, so that only those pages are updated.</summary>
public sealed class HomePageUsage(RelateDbContext context, TimeProvider clock)
{
    /// <summary>Records that a person opened their home page.</summary>
    public async Task OpenedAsync(Workspace workspace, Person person, CancellationToken cancellationToken)
    {
        var identity = context.Identities.Local.FirstOrDefault(known => known.WorkspaceId == workspace.Id && known.PersonId == person.Id)
            ?? await context.Identities.FirstAsync(
                stored => stored.WorkspaceId == workspace.Id && stored.PersonId == person.Id,
                cancellationToken);
        identity.HomeOpenedAt = clock.GetUtcNow();
    }

    /// <summary>Returns the accounts, with their owners, whose home pages show a change.</summary>
    public async Task<IReadOnlyList<(Identity Identity, Person Person)>> ConcernedAsync(
        HomePageChange change,
        CancellationToken cancellationToken)
    {
        // Two separate queries: a condition with "or" can't use an index and would read everyone.
        var people = change.PersonId is { } id
            ? context.People.Where(person => person.Id == id)
            : context.People.Where(person => person.DepartmentId == change.DepartmentId && change.DepartmentId != null);
        var rows = await (
            from person in people
            join identity in context.Identities on person.Id equals identity.PersonId
            where identity.HomeOpenedAt != null
            select new { identity, person }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.identity, row.person))];
    }
}
