namespace RelateBot.Domain.Help;

/// <summary>What happens to an ask by itself when its time has come.</summary>
public enum AskStep
{
    /// <summary>Nothing: it is over.</summary>
    None,

    /// <summary>Those asked are reminded, once, at half time.</summary>
    Remind,

    /// <summary>It expires.</summary>
    Expire,

    /// <summary>The asker is asked whether it was solved.</summary>
    FollowUp,

    /// <summary>Somebody in it has left; it goes on without them.</summary>
    LetGo,
}
