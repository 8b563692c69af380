using Microsoft.EntityFrameworkCore;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Saves the groups of a platform: which department each represents and who belongs to it. The caller commits.</summary>
public sealed class AccountGroupImporter(RelateDbContext context, TimeProvider clock)
{
    /// <summary>Returns the groups of a workspace whose members aren't known.</summary>
    public async Task<IReadOnlyList<DepartmentGroup>> WithoutMembersAsync(Workspace workspace, CancellationToken cancellationToken) =>
        await context.DepartmentGroups.AsNoTracking().Where(group => group.NeedsMembers && group.WorkspaceId == workspace.Id)
            .OrderBy(group => group.Id).ToListAsync(cancellationToken);

    /// <summary>Imports one group as it is now. Groups that are neither known nor departments are skipped.</summary>
    /// <returns>The accounts that are in the group or have left it.</returns>
    public async Task<IReadOnlyList<string>> ImportAsync(
        Workspace workspace,
        AccountGroup told,
        DepartmentSource source,
        CancellationToken cancellationToken)
    {
        var group = await FindAsync(workspace, told.ExternalId, cancellationToken);
        if (group is null && !(told.IsActive && source.IsDepartment(told.Handle)))
        {
            return [];
        }

        group ??= Add(workspace, told.ExternalId, told.Handle, await FindOrAddDepartmentAsync(workspace, told, cancellationToken));
        await NameAsync(group, told, cancellationToken);
        var stored = await context.GroupMembers.Where(member => member.GroupId == group.Id).ToListAsync(cancellationToken);
        var gone = stored.Where(member => !told.Members.Contains(member.ExternalId, StringComparer.Ordinal)).ToList();
        var come = told.Members.Except(stored.Select(member => member.ExternalId), StringComparer.Ordinal).ToList();
        context.GroupMembers.RemoveRange(gone);
        context.GroupMembers.AddRange(come.Select(account =>
            new GroupMember { OrganisationId = workspace.OrganisationId, GroupId = group.Id, ExternalId = account }));
        return [.. told.Members, .. gone.Select(member => member.ExternalId)];
    }

    /// <summary>Requests that a group is read again soon. A new group becomes a department if it counts as one.</summary>
    public async Task RequestRefreshAsync(
        Workspace workspace,
        string externalId,
        string? handle,
        DepartmentSource source,
        CancellationToken cancellationToken)
    {
        var group = await FindAsync(workspace, externalId, cancellationToken);
        if (group is null && handle is not null && source.IsDepartment(handle))
        {
            var told = new AccountGroup { ExternalId = externalId, Handle = handle, Name = handle, Members = [] };
            group = Add(workspace, externalId, handle, await FindOrAddDepartmentAsync(workspace, told, cancellationToken));
        }

        if (group is not null)
        {
            group.NeedsMembers = true;
        }
    }

    /// <summary>Finds the department of a group whose members aren't known yet.</summary>
    /// <returns>Null when they are, or there is no such group.</returns>
    public async Task<Guid?> WaitingDepartmentAsync(Workspace workspace, string externalId, CancellationToken cancellationToken) =>
        await FindAsync(workspace, externalId, cancellationToken) is { NeedsMembers: true } group ? group.DepartmentId : null;

    /// <summary>Marks a group as completely read.</summary>
    public async Task MarkCompleteAsync(Workspace workspace, string externalId, CancellationToken cancellationToken)
    {
        if (await FindAsync(workspace, externalId, cancellationToken) is { } group)
        {
            group.NeedsMembers = false;
        }
    }

    private async Task<DepartmentGroup?> FindAsync(Workspace workspace, string externalId, CancellationToken cancellationToken) =>
        await context.DepartmentGroups.FirstOrDefaultAsync(
            group => group.WorkspaceId == workspace.Id && group.ExternalId == externalId,
            cancellationToken);

    private DepartmentGroup Add(Workspace workspace, string externalId, string handle, Department department)
    {
        var group = new DepartmentGroup
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            OrganisationId = workspace.OrganisationId,
            WorkspaceId = workspace.Id,
            DepartmentId = department.Id,
            ExternalId = externalId,
            Handle = handle.Clip(Person.LongestName),
        };
        context.DepartmentGroups.Add(group);
        return group;
    }

    private async Task<Department> FindOrAddDepartmentAsync(Workspace workspace, AccountGroup told, CancellationToken cancellationToken)
    {
        var (nameKey, handleKey) = (SearchKey.Of(told.Name.Clip(Person.LongestName)), SearchKey.Of(told.Handle.Clip(Person.LongestName)));
        var named = await context.Departments
            .Where(stored => stored.NameKey == nameKey || stored.NameKey == handleKey || stored.HandleKey == handleKey)
            .OrderBy(stored => stored.Id).ToListAsync(cancellationToken);
        var department = named.Find(stored => stored.NameKey == nameKey) ?? named.FirstOrDefault();
        if (department is null)
        {
            department = new Department
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                OrganisationId = workspace.OrganisationId,
                Name = told.Name,
                Handle = told.Handle
            };
            context.Departments.Add(department);
        }

        return department;
    }

    /// <summary>Names a department after its group, unless the roster named it or another department has the name.</summary>
    private async Task NameAsync(DepartmentGroup group, AccountGroup told, CancellationToken cancellationToken)
    {
        group.Handle = told.Handle.Clip(Person.LongestName);
        var key = SearchKey.Of(told.Name.Clip(Person.LongestName));
        var department = context.Departments.Local.FindEntry(group.DepartmentId)?.Entity
            ?? await context.Departments.FirstAsync(stored => stored.Id == group.DepartmentId, cancellationToken);
        var isTaken = key.Length == 0
            || await context.Departments.AnyAsync(stored => stored.NameKey == key && stored.Id != group.DepartmentId, cancellationToken);
        if (!department.IsNamedByHand && !isTaken)
        {
            department.Name = told.Name;
            department.Handle = told.Handle;
        }
    }
}
