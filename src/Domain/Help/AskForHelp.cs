namespace RelateBot.Domain.Help;

/// <summary>The command to ask for help.</summary>
public sealed record AskForHelp
{
    /// <summary>The workspace where it is asked.</summary>
    public required People.Workspace Workspace { get; init; }

    /// <summary>The person who asks.</summary>
    public required People.Person Asker { get; init; }

    /// <summary>The person, department or topic that is asked.</summary>
    public required AskTarget Target { get; init; }

    /// <summary>The request in the asker's words.</summary>
    public required string Text { get; init; }

    /// <summary>True when it may be posted in a channel.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>The last day on which help is useful, in the asker's time zone; null when there is no deadline.</summary>
    public DateOnly? NeededBy { get; init; }
}

/// <summary>The outcome of an <see cref="AskForHelp"/> command.</summary>
public abstract record AskForHelpResult
{
    private AskForHelpResult()
    {
    }

    /// <summary>The ask was recorded. It is saved on commit.</summary>
    public sealed record Asked(AskDetails Ask) : AskForHelpResult;

    /// <summary>Nothing was recorded.</summary>
    /// <param name="Fault">The reason.</param>
    /// <param name="Name">The name of the person asked; null when no one in particular was.</param>
    public sealed record Refused(AskFault Fault, string? Name = null) : AskForHelpResult;
}

/// <summary>The receiver of an ask.</summary>
public abstract record AskTarget
{
    private AskTarget()
    {
    }

    /// <summary>Anyone in a department.</summary>
    public sealed record OfDepartment(Guid Id) : AskTarget;

    /// <summary>One person.</summary>
    public sealed record OfPerson(Guid Id) : AskTarget;

    /// <summary>Anyone who knows about a topic.</summary>
    /// <param name="Topic">Lower case, without the <c>#</c>.</param>
    public sealed record OnTopic(string Topic) : AskTarget;

    /// <summary>Anyone who reads it.</summary>
    public sealed record Anybody : AskTarget;
}

/// <summary>Why an ask wasn't recorded.</summary>
public enum AskFault
{
    /// <summary>The text is empty.</summary>
    NoText,

    /// <summary>The text is longer than <see cref="Ask.LongestText"/>.</summary>
    TextTooLong,

    /// <summary>The person asked is the asker.</summary>
    Yourself,

    /// <summary>The person asked is a bot.</summary>
    Program,

    /// <summary>The person asked has left.</summary>
    HasLeft,

    /// <summary>The deadline is before today.</summary>
    NeededInThePast,

    /// <summary>The asker already has <see cref="HelpRules.MaxActiveAsks"/> active asks.</summary>
    TooMany,
}
