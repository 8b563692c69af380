namespace RelateBot.Domain.Help;

/// <summary>Somebody asks for help.</summary>
public sealed record AskForHelp
{
    /// <summary>Where it is asked.</summary>
    public required People.Workspace Workspace { get; init; }

    /// <summary>Who asks.</summary>
    public required People.Person Asker { get; init; }

    /// <summary>Whom.</summary>
    public required AskTarget Target { get; init; }

    /// <summary>What.</summary>
    public required string Text { get; init; }

    /// <summary>True when it may be read in a channel.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Until when help is of use, in the asker's time zone.</summary>
    public DateOnly? NeededBy { get; init; }
}

/// <summary>What became of an <see cref="AskForHelp"/>.</summary>
public abstract record AskForHelpResult
{
    private AskForHelpResult()
    {
    }

    /// <summary>It is part of what will be committed.</summary>
    public sealed record Asked(AskDetails Ask) : AskForHelpResult;

    /// <summary>Nothing was recorded.</summary>
    public sealed record Refused(AskFault Fault, string? Name = null) : AskForHelpResult;
}

/// <summary>Whom an ask is for.</summary>
public abstract record AskTarget
{
    private AskTarget()
    {
    }

    /// <summary>Anybody in a department.</summary>
    public sealed record OfDepartment(Guid Id) : AskTarget;

    /// <summary>One person.</summary>
    public sealed record OfPerson(Guid Id) : AskTarget;

    /// <summary>Whoever knows about a topic. <paramref name="Topic"/>: lower case, without the sign.</summary>
    public sealed record OnTopic(string Topic) : AskTarget;

    /// <summary>Whoever reads it.</summary>
    public sealed record Anybody : AskTarget;
}

/// <summary>Why an ask was not recorded.</summary>
public enum AskFault
{
    /// <summary>It does not say what is needed.</summary>
    NoText,

    /// <summary>It is longer than <see cref="Ask.LongestText"/>.</summary>
    TextTooLong,

    /// <summary>It is for the asker.</summary>
    Yourself,

    /// <summary>It is for a program.</summary>
    Program,

    /// <summary>It is for someone of another organisation.</summary>
    Stranger,

    /// <summary>It is for somebody who has left.</summary>
    HasLeft,

    /// <summary>It was needed before today.</summary>
    NeededInThePast,

    /// <summary><see cref="HelpRules.MaxActiveAsks"/> of theirs wait already.</summary>
    TooMany,
}
