using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Persistence.People;

/// <summary>Stores department delegates in the database.</summary>
internal sealed class DepartmentDelegateStore(RelateDbContext context) : IDepartmentDelegateStore
{
    public async Task<IReadOnlyList<DepartmentDelegate>> GetForDepartmentAsync(Guid departmentId, CancellationToken cancellationToken)
    {
        // Includes unsaved changes of this command.
        var stored = await context.DepartmentDelegates
            .Where(delegated => delegated.DepartmentId == departmentId)
            .ToListAsync(cancellationToken);
        return [.. stored.Concat(context.DepartmentDelegates.Local.Where(delegated => delegated.DepartmentId == departmentId)).Distinct()
            .Where(delegated => context.Entry(delegated).State is not EntityState.Deleted)];
    }

    public void Add(DepartmentDelegate delegated) => context.DepartmentDelegates.Add(delegated);

    public void Remove(DepartmentDelegate delegated) => context.DepartmentDelegates.Remove(delegated);
}
