using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Digests;

/// <summary>Which digests a person may read.</summary>
/// <param name="IsAdministrator">True when they may read every digest; null when the platform didn't answer in time.</param>
/// <param name="Departments">The departments that they lead, or in which they are a manager.</param>
public sealed record DigestAccess(bool? IsAdministrator, IReadOnlyList<Department> Departments)
{
    /// <summary>True when they may not read any.</summary>
    public bool IsNone => IsAdministrator is false && Departments.Count == 0;

    /// <summary>True when it is unknown for now whether they may read any.</summary>
    public bool IsUnsure => IsAdministrator is null && Departments.Count == 0;

    /// <summary>The widest digest that they may read: null for the whole organisation.</summary>
    public Department? Widest => IsAdministrator is true ? null : Departments[0];

    /// <summary>True when they may read a department's digest.</summary>
    public bool Allows(Department department) => IsAdministrator is true || Departments.Any(own => own.Id == department.Id);
}
