namespace RelateBot.Domain.Prompts;

/// <summary>What a prompt is about; what matters most comes first.</summary>
public enum PromptKind
{
    /// <summary>Something that was asked and taken: did it get solved?</summary>
    Solved,

    /// <summary>Three people worth meeting, for somebody new.</summary>
    Newcomer,

    /// <summary>A year more since somebody came.</summary>
    Anniversary,

    /// <summary>Somebody of one's five with whom it is time to be in touch.</summary>
    FocusFive,

    /// <summary>A department that helps more than it is helped. It comes once in four weeks, so the weekly question makes room for it.</summary>
    Balance,

    /// <summary>Who helped this week?</summary>
    WhoHelped,

    /// <summary>Somebody one was close to and has had nothing to do with lately.</summary>
    QuietTie,

    /// <summary>A head's page that has not been looked at for long.</summary>
    HowToHelp,

    /// <summary>What could somebody use help with?</summary>
    NeedHelp,
}
