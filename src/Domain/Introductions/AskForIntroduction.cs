using RelateBot.Domain.People;

namespace RelateBot.Domain.Introductions;

/// <summary>The command to ask for an introduction.</summary>
/// <param name="Workspace">The workspace where it is asked.</param>
/// <param name="Asker">The person who asks.</param>
/// <param name="TargetId">The person they want to meet.</param>
/// <param name="Reason">The reason, in the asker's words.</param>
public sealed record AskForIntroduction(Workspace Workspace, Person Asker, Guid TargetId, string Reason);

/// <summary>The outcome of an <see cref="AskForIntroduction"/> command.</summary>
public abstract record AskForIntroductionResult
{
    private AskForIntroductionResult()
    {
    }

    /// <summary>The request was recorded. It is saved on commit, and the first person is asked next.</summary>
    public sealed record Asked(IntroductionDetails Details) : AskForIntroductionResult;

    /// <summary>Nothing was recorded.</summary>
    public sealed record Refused(IntroductionFault Fault, Person Target) : AskForIntroductionResult;
}

/// <summary>Why an introduction can't be asked for.</summary>
public enum IntroductionFault
{
    /// <summary>The asker named themselves.</summary>
    Yourself,

    /// <summary>No reason was given.</summary>
    NoReason,

    /// <summary>The reason is longer than <see cref="Introduction.LongestReason"/>.</summary>
    ReasonTooLong,

    /// <summary>The two already know each other.</summary>
    KnowEachOther,

    /// <summary>The asker has already asked, and an answer is pending.</summary>
    AskedAlready,

    /// <summary>The asker has too many pending introductions.</summary>
    TooMany,

    /// <summary>
    /// There is no path. Also used when the target takes no introductions or someone recently declined, so that the answer reveals nothing
    /// about anyone.
    /// </summary>
    NoPath,
}
