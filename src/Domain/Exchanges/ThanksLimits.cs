namespace RelateBot.Domain.Exchanges;

/// <summary>Limits for an act of thanks.</summary>
public static class ThanksLimits
{
    /// <summary>The longest note, in UTF-16 code units. No platform's own limit is more generous.</summary>
    public const int Note = 3000;

    /// <summary>The most receivers of one act.</summary>
    public const int Receivers = 20;

    /// <summary>The most entries by one person within an hour.</summary>
    public const int EntriesAnHour = 30;

    /// <summary>The most values in one act.</summary>
    public const int Values = 10;

    /// <summary>The longest web address of a message that the thanks are for, in characters.</summary>
    public const int Link = 1000;

    /// <summary>How long the giver can undo an act.</summary>
    public static readonly TimeSpan UndoWithin = TimeSpan.FromMinutes(10);
}
