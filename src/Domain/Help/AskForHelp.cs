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
