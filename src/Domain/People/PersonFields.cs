namespace RelateBot.Domain.People;

/// <summary>Fields of a person that people corrected and platform directories must not overwrite.</summary>
[Flags]
public enum PersonFields
{
    /// <summary>No fields.</summary>
    None = 0,

    /// <summary><see cref="Person.Name"/>.</summary>
    Name = 1,

    /// <summary><see cref="Person.DepartmentId"/>.</summary>
    Department = 2,

    /// <summary><see cref="Person.TimeZone"/>.</summary>
    TimeZone = 4,

    /// <summary><see cref="Person.Locale"/>.</summary>
    Locale = 8,

    /// <summary><see cref="Person.WorkingHours"/>.</summary>
    WorkingHours = 16,

    /// <summary><see cref="Person.IsActive"/>: the roster says that they left, though their account may still be open.</summary>
    Left = 32,
}
