namespace RelateBot.Domain.Pairing;

/// <summary>
/// How well two people fit, worst first. The values are weights: two pairs that fit less well never outweigh one that fits by a
/// whole step better, so an exchange of partners may simply add them up.
/// </summary>
internal enum PairFit
{
    /// <summary>One of them does not want to meet the other.</summary>
    Never = 0,

    /// <summary>They were put together lately, and never work at the same time.</summary>
    AgainApart = 1,

    /// <summary>They were put together lately.</summary>
    Again = 2,

    /// <summary>They are of one department, and never work at the same time.</summary>
    FreshApart = 10,

    /// <summary>They are of one department.</summary>
    Fresh = 11,

    /// <summary>They are of two departments, and never work at the same time.</summary>
    AcrossApart = 100,

    /// <summary>They are of two departments and share working hours.</summary>
    Across = 101,
}
