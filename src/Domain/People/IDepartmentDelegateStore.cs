namespace RelateBot.Domain.People;

/// <summary>The people other than the heads who may edit departments' pages, in the current organisation.</summary>
public interface IDepartmentDelegateStore
{
    /// <summary>Returns the delegates of a department.</summary>
    Task<IReadOnlyList<DepartmentDelegate>> GetForDepartmentAsync(Guid departmentId, CancellationToken cancellationToken);

    /// <summary>Adds a delegate, who is saved on commit.</summary>
    void Add(DepartmentDelegate delegated);

    /// <summary>Removes a delegate.</summary>
    void Remove(DepartmentDelegate delegated);
}
