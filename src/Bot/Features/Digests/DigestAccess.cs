using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Digests;

/// <summary>What somebody may read.</summary>
/// <param name="IsAdministrator">Whether it is everything; null when the platform did not say in time.</param>
/// <param name="Departments">The departments that they lead or manage in.</param>
public sealed record DigestAccess(bool? IsAdministrator, IReadOnlyList<Department> Departments)
{
    /// <summary>True when there is nothing for them.</summary>
    public bool IsNone => IsAdministrator is false && Departments.Count == 0;

    /// <summary>True when it cannot be told now whether there is anything.</summary>
    public bool IsUnsure => IsAdministrator is null && Departments.Count == 0;

    /// <summary>The widest they may read: null for the whole organisation.</summary>
    public Department? Widest => IsAdministrator is true ? null : Departments[0];

    /// <summary>Whether a department's digest is theirs to read.</summary>
    public bool Allows(Department department) => IsAdministrator is true || Departments.Any(own => own.Id == department.Id);
}
