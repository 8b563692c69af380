namespace RelateBot.Domain.Pairing.Matching;

/// <summary>
/// How well two people fit, worst first. The values are weights: two pairs that fit less well never outweigh one that fits by a
/// whole step better, so an exchange of partners may simply add them up.
/// </summary>
internal enum PairFit
{
    /// <summary>One of them does not want to meet the other.</summary>
    Excluded = 0,

    /// <summary>They were put together lately, and never work at the same time.</summary>
    RepeatNoOverlap = 1,

    /// <summary>They were put together lately.</summary>
    Repeat = 2,

    /// <summary>They are of one department, and never work at the same time.</summary>
    SameDepartmentNoOverlap = 10,

    /// <summary>They are of one department.</summary>
    SameDepartment = 11,

    /// <summary>They are of two departments, and never work at the same time.</summary>
    CrossDepartmentNoOverlap = 100,

    /// <summary>They are of two departments and share working hours.</summary>
    CrossDepartment = 101,
}
