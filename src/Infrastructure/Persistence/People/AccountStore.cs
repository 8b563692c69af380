using Microsoft.EntityFrameworkCore;
using RelateBot.Domain;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.People;

/// <summary>Stores accounts and groups in the database. New ones become people and departments immediately.</summary>
internal sealed class AccountStore(RelateDbContext context, CompiledQueries queries, TimeProvider clock) : IAccountStore
{
    public async Task PreloadAsync(Workspace workspace, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken)
    {
        await foreach (var _ in queries.FindAccounts(context, workspace.Id, externalIds).WithCancellation(cancellationToken))
        {
            // Reading is enough: the context now tracks them.
        }
    }

    public async Task<Person> GetOrAddPersonAsync(Workspace workspace, string externalId, string? name, CancellationToken cancellationToken)
    {
        var known = context.Identities.Local.FirstOrDefault(identity =>
            identity.WorkspaceId == workspace.Id && identity.ExternalId == externalId)?.PersonId;
        if (known is not null && context.People.Local.FindEntry(known.Value)?.Entity is { } met)
        {
            return met;
        }

        var found = await (
            from identity in context.Identities
            join person in context.People on identity.PersonId equals person.Id
            where identity.WorkspaceId == workspace.Id && identity.ExternalId == externalId
            select new { identity, person }).FirstOrDefaultAsync(cancellationToken);
        return found?.person ?? Record(workspace, externalId, name);
    }

    public async Task<Department> GetOrAddDepartmentAsync(
        Workspace workspace,
        string externalId,
        string? name,
        CancellationToken cancellationToken)
    {
        var found = await (
            from mapped in context.DepartmentGroups
            join mappedTo in context.Departments on mapped.DepartmentId equals mappedTo.Id
            where mapped.WorkspaceId == workspace.Id && mapped.ExternalId == externalId
            select mappedTo).FirstOrDefaultAsync(cancellationToken);
        if (found is not null)
        {
            return found;
        }

        var handle = (name?.TrimStart('@') is { Length: > 0 } given ? given : externalId).Clip(Person.LongestName);
        var key = SearchKey.Of(handle);
        var department = context.Departments.Local.FirstOrDefault(local => local.HandleKey == key || local.NameKey == key)
            ?? await context.Departments.FirstOrDefaultAsync(stored => stored.HandleKey == key || stored.NameKey == key, cancellationToken);
        if (department is null)
        {
            department = new Department { Id = NewId(), OrganisationId = workspace.OrganisationId, Name = handle, Handle = handle };
            context.Departments.Add(department);
        }

        context.DepartmentGroups.Add(new DepartmentGroup
        {
            Id = NewId(),
            OrganisationId = workspace.OrganisationId,
            WorkspaceId = workspace.Id,
            DepartmentId = department.Id,
            ExternalId = externalId,
            Handle = handle,
            NeedsMembers = true,
        });
        return department;
    }

    public async Task<IReadOnlyList<Identity>> GetAccountsAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken)
    {
        var stored = await context.Identities.Where(identity => personIds.Contains(identity.PersonId)).ToListAsync(cancellationToken);
        return [.. stored, .. context.Identities.Local.Where(identity => personIds.Contains(identity.PersonId)).Except(stored)];
    }

    public async Task<IReadOnlyList<Identity>> GetReachableAccountsAsync(
        Workspace workspace,
        IReadOnlyCollection<Guid> personIds,
        CancellationToken cancellationToken)
    {
        // People mentioned in the request were already loaded with their account there, so only the others need a query.
        var here = context.Identities.Local
            .Where(identity => identity.IsActive && identity.WorkspaceId == workspace.Id && personIds.Contains(identity.PersonId))
            .DistinctBy(identity => identity.PersonId)
            .ToList();
        var others = personIds.Except(here.Select(identity => identity.PersonId)).ToList();
        if (others.Count == 0)
        {
            return here;
        }

        var elsewhere = (await GetAccountsAsync(others, cancellationToken)).Where(identity => identity.IsActive).ToList();
        var closed = elsewhere.DistinctBy(identity => identity.PersonId).Count() == elsewhere.Count
            ? []
            : await ClosedAsync(cancellationToken);
        return
        [
            .. here,
            .. elsewhere
                .OrderByDescending(identity => identity.WorkspaceId == workspace.Id)
                .ThenBy(identity => closed.Contains(identity.WorkspaceId))
                .DistinctBy(identity => identity.PersonId),
        ];
    }

    /// <summary>Returns the workspaces that the bot was removed from.</summary>
    private Task<List<Guid>> ClosedAsync(CancellationToken cancellationToken) => (
        from workspace in context.Workspaces
        join installation in context.Installations on workspace.InstallationId equals installation.Id
        where installation.EndedAt != null
        select workspace.Id).ToListAsync(cancellationToken);

    private Person Record(Workspace workspace, string externalId, string? name)
    {
        var person = new Person
        {
            Id = NewId(),
            OrganisationId = workspace.OrganisationId,
            Name = name is { Length: > 0 } ? name : externalId,
            Kind = externalId == workspace.BotExternalId ? PersonKind.Bot : PersonKind.Colleague,
        };
        context.People.Add(person);
        context.Identities.Add(new Identity
        {
            Id = NewId(),
            OrganisationId = workspace.OrganisationId,
            WorkspaceId = workspace.Id,
            PersonId = person.Id,
            ExternalId = externalId,
            NeedsProfile = true,
        });
        return person;
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
