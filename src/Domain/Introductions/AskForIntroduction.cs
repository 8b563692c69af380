using RelateBot.Domain.People;

namespace RelateBot.Domain.Introductions;

/// <summary>Somebody would like to meet somebody.</summary>
/// <param name="Workspace">Where they say so.</param>
/// <param name="Asker">Who.</param>
/// <param name="TargetId">Whom.</param>
/// <param name="Reason">Why.</param>
public sealed record AskForIntroduction(Workspace Workspace, Person Asker, Guid TargetId, string Reason);

/// <summary>What became of an <see cref="AskForIntroduction"/>.</summary>
public abstract record AskForIntroductionResult
{
    private AskForIntroductionResult()
    {
    }

    /// <summary>It is part of what will be committed, and the first one is to be asked.</summary>
    public sealed record Asked(IntroductionDetails Details) : AskForIntroductionResult;

    /// <summary>Nothing was recorded.</summary>
    public sealed record Refused(IntroductionFault Fault, Person Target) : AskForIntroductionResult;
}

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

    /// <summary>
    /// There is no path. The same is said of somebody who takes no introductions, and after a no: nobody shall be read out of it.
    /// </summary>
    NoPath,
}
