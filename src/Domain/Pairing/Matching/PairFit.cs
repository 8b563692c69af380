namespace RelateBot.Domain.Pairing.Matching;

/// <summary>
/// How well two people fit, worst first. The values are weights that can be added up: two pairs of a lower step never outweigh one pair of
/// a higher step.
/// </summary>
internal enum PairFit
{
    /// <summary>One of them avoids the other.</summary>
    Excluded = 0,

    /// <summary>They were matched recently and have no working hours in common.</summary>
    RepeatNoOverlap = 1,

    /// <summary>They were matched recently.</summary>
    Repeat = 2,

    /// <summary>They are in the same department and have no working hours in common.</summary>
    SameDepartmentNoOverlap = 10,

    /// <summary>They are in the same department.</summary>
    SameDepartment = 11,

    /// <summary>They are in different departments and have no working hours in common.</summary>
    CrossDepartmentNoOverlap = 100,

    /// <summary>They are in different departments and share working hours.</summary>
    CrossDepartment = 101,
}
