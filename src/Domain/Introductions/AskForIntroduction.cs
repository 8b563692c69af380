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
