namespace RelateBot.Domain.Introductions;

/// <summary>What is in the way of an introduction.</summary>
public enum IntroductionFault
{
    /// <summary>They want to meet themselves.</summary>
    Yourself,

    /// <summary>No reason was given.</summary>
    NoReason,

    /// <summary>The reason is too long.</summary>
    ReasonTooLong,

    /// <summary>The two know each other.</summary>
    KnowEachOther,

    /// <summary>It was asked for already, and the answer is awaited.</summary>
    AskedAlready,

    /// <summary>Too many of theirs wait for an answer.</summary>
    TooMany,

    /// <summary>There is no path. The same is said of somebody who takes no introductions, and after a no: nobody shall be read out of it.</summary>
    NoWay,
}
