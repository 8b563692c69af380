namespace RelateBot.Domain.People;

/// <summary>What is known about a person; said of those facts that people corrected and no platform's directory may overwrite.</summary>
[Flags]
public enum PersonFields
{
    /// <summary>None of them.</summary>
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
