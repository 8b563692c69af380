namespace RelateBot.Domain.Help;

/// <summary>What became of a tap on an ask.</summary>
public enum AskChange
{
    /// <summary>It is part of what will be committed.</summary>
    Done,

    /// <summary>It was so already; nothing changes.</summary>
    Already,

    /// <summary>The asker cannot do this to their own ask.</summary>
    OwnAsk,

    /// <summary>Only the asker, or those who help, can do this.</summary>
    NotYours,

    /// <summary>The ask is over.</summary>
    Over,
}
