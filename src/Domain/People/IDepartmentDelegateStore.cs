namespace RelateBot.Domain.People;

/// <summary>Who speaks for departments besides their heads, in the current organisation.</summary>
public interface IDepartmentDelegateStore
{
    /// <summary>Those of a department.</summary>
    Task<IReadOnlyList<DepartmentDelegate>> GetForDepartmentAsync(Guid departmentId, CancellationToken cancellationToken);

    /// <summary>One more.</summary>
    void Add(DepartmentDelegate delegated);

    /// <summary>One less.</summary>
    void Remove(DepartmentDelegate delegated);
}
