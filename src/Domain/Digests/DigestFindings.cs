using RelateBot.Domain.People;

namespace RelateBot.Domain.Digests;

/// <summary>Two departments with help both ways.</summary>
/// <param name="One">The one of the two that comes first by name.</param>
/// <param name="Other">The other one.</param>
/// <param name="There">Helps from the first to the second in this period.</param>
/// <param name="Back">Helps from the second to the first.</param>
/// <param name="State">Since when.</param>
public sealed record Bridge(Department One, Department Other, int There, int Back, BridgeState State);

/// <summary>Whether a bridge was there before. "Before" is three periods of the same length.</summary>
public enum BridgeState
{
    /// <summary>Help both ways now; before, at most one way.</summary>
    New,

    /// <summary>Help both ways now and before.</summary>
    Steady,

    /// <summary>Help both ways before; now, at most one way.</summary>
    Fading,
}

/// <summary>Much help one way and little back.</summary>
/// <param name="From">Who helps.</param>
/// <param name="To">Who is helped.</param>
/// <param name="Helps">How often.</param>
/// <param name="Back">How often help came back.</param>
public sealed record OneWayStreet(Department From, Department To, int Helps, int Back)
{
    /// <summary>Helps for each that comes back; at least as many without any.</summary>
    public const int Ratio = 5;

    /// <summary>Whether it is one.</summary>
    public static bool IsOneWay(int helps, int back) => helps >= Ratio * Math.Max(back, 1);
}

/// <summary>Helped often, thanked for few: at least five helps, and thanks for a quarter of them at most.</summary>
public static class Unsung
{
    /// <summary>Fewer helps than this are not often.</summary>
    public const int Often = 5;

    /// <summary>Whether so many thanks are few for so many helps.</summary>
    public static bool IsUnsung(int helps, int thanks) => helps >= Often && thanks * 4 <= helps;
}

/// <summary>A department that helps often and is thanked for few.</summary>
/// <param name="Department">Which.</param>
/// <param name="Helps">How often it helped others.</param>
/// <param name="Thanked">How many of these were answered with thanks.</param>
public sealed record UnsungDepartment(Department Department, int Helps, int Thanked);

/// <summary>A public ask that nobody took.</summary>
/// <param name="AskedOn">The day, in the organisation's time zone.</param>
/// <param name="From">The asker's department; null when it has no figures of its own, or there is none.</param>
/// <param name="To">The department that was asked; null for the same reasons.</param>
/// <param name="Topic">The topic asked about, if there is one.</param>
/// <param name="Text">What was asked, as it stood in the channel.</param>
public sealed record UnansweredAsk(DateOnly AskedOn, Department? From, Department? To, string? Topic, string Text);

/// <summary>How long most people waited.</summary>
/// <param name="Median">Half of them no longer than this.</param>
/// <param name="Percentile90">Nine of ten no longer than this: the 90th percentile.</param>
public sealed record WaitingTimes(TimeSpan Median, TimeSpan Percentile90)
{
    /// <summary>By nearest rank: a time that somebody did wait. Null without any.</summary>
    public static WaitingTimes? Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? null : new WaitingTimes(Rank(0.5), Rank(0.9));

        TimeSpan Rank(double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}

/// <summary>How long asks wait. Each pair is null while fewer people asked than a figure has to cover.</summary>
/// <param name="Taken">From asked to taken.</param>
/// <param name="Solved">From asked to solved.</param>
public sealed record AskResponseTimes(WaitingTimes? Taken, WaitingTimes? Solved);
