using Microsoft.EntityFrameworkCore;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>
/// Takes down what a platform tells about groups of accounts: which department each stands for and who belongs to it. The caller commits.
/// </summary>
public sealed class AccountGroupImporter(RelateDbContext context, TimeProvider clock)
{
    /// <summary>The groups of a workspace of which it is not known who belongs to them.</summary>
    public async Task<IReadOnlyList<DepartmentGroup>> WithoutMembersAsync(Workspace workspace, CancellationToken cancellationToken) =>
        await context.DepartmentGroups.AsNoTracking().Where(group => group.NeedsMembers && group.WorkspaceId == workspace.Id)
            .OrderBy(group => group.Id).ToListAsync(cancellationToken);

    /// <summary>
    /// Takes one group as it is now; a group that is neither known nor a department is passed over. Returns the accounts in it and those
    /// that went.
    /// </summary>
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

    /// <summary>News of a group: it is looked at again soon. A new one becomes a department when it counts as one.</summary>
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

    /// <summary>The department of a group that waits for its members to be known; null when it does not wait.</summary>
    public async Task<Guid?> WaitingDepartmentAsync(Workspace workspace, string externalId, CancellationToken cancellationToken) =>
        await FindAsync(workspace, externalId, cancellationToken) is { NeedsMembers: true } group ? group.DepartmentId : null;

    /// <summary>All is known of this group that the platform knows.</summary>
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

    /// <summary>A department is called like its group, unless the roster named it or the name is another department's.</summary>
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
