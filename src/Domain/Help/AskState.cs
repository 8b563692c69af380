namespace RelateBot.Domain.Help;

/// <summary>Where an ask is in its life.</summary>
public enum AskState
{
    /// <summary>Nobody has taken it yet.</summary>
    Open,

    /// <summary>One or several people help.</summary>
    Taken,

    /// <summary>It is solved; thanks may follow.</summary>
    Solved,

    /// <summary>The asker no longer needs it.</summary>
    Withdrawn,

    /// <summary>Nobody took it in time.</summary>
    Expired,
}
