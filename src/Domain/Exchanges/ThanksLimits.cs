namespace RelateBot.Domain.Exchanges;

/// <summary>What one act of thanks may hold.</summary>
public static class ThanksLimits
{
    /// <summary>Longest note, in UTF-16 code units (what every platform's input counts at least as strictly).</summary>
    public const int Note = 3000;

    /// <summary>Most receivers of one act.</summary>
    public const int Receivers = 20;

    /// <summary>Most entries by one person within an hour.</summary>
    public const int EntriesAnHour = 30;

    /// <summary>Most values in one act.</summary>
    public const int Values = 10;

    /// <summary>Longest address of a message that is thanked for.</summary>
    public const int Link = 1000;

    /// <summary>For how long an act can be undone by its giver.</summary>
    public static readonly TimeSpan UndoWithin = TimeSpan.FromMinutes(10);
}
