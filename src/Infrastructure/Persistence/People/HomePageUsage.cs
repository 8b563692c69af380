using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Infrastructure.Persistence.People;

/// <summary>Who uses their home page, so that only theirs are kept up to date.</summary>
public sealed class HomePageUsage(RelateDbContext context, TimeProvider clock)
{
    /// <summary>Remembers that a person looked at theirs.</summary>
    public async Task OpenedAsync(Workspace workspace, Person person, CancellationToken cancellationToken)
    {
        var identity = context.Identities.Local.FirstOrDefault(known => known.WorkspaceId == workspace.Id && known.PersonId == person.Id)
            ?? await context.Identities.FirstAsync(
                stored => stored.WorkspaceId == workspace.Id && stored.PersonId == person.Id,
                cancellationToken);
        identity.HomeOpenedAt = clock.GetUtcNow();
    }

    /// <summary>The accounts whose home pages a change is on, with their owners.</summary>
    public async Task<IReadOnlyList<(Identity Identity, Person Person)>> ConcernedAsync(
        HomePageChange change,
        CancellationToken cancellationToken)
    {
        // One or the other: a condition with "or" finds no index and looks at everybody.
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
