namespace RelateBot.Domain.Help;

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

    /// <summary>It is for somebody who has left.</summary>
    HasLeft,

    /// <summary>It was needed before today.</summary>
    NeededInThePast,

    /// <summary><see cref="HelpRules.MostAlive"/> of theirs wait already.</summary>
    TooMany,
}
