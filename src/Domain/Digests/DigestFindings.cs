using RelateBot.Domain.People;

namespace RelateBot.Domain.Digests;

/// <summary>Two departments that help each other.</summary>
/// <param name="One">The department whose name comes first.</param>
/// <param name="Other">The department whose name comes second.</param>
/// <param name="There">Helps from the first to the second in this period.</param>
/// <param name="Back">Helps from the second to the first in this period.</param>
/// <param name="State">Whether the bridge is new, steady or fading.</param>
public sealed record Bridge(Department One, Department Other, int There, int Back, BridgeState State);

/// <summary>Whether a bridge existed before. "Before" means the three previous periods of the same length.</summary>
public enum BridgeState
{
    /// <summary>Help goes both ways now. Before, it went one way at most.</summary>
    New,

    /// <summary>Help goes both ways, now and before.</summary>
    Steady,

    /// <summary>Help went both ways before. Now, it goes one way at most.</summary>
    Fading,
}

/// <summary>A pair of departments where one helps a lot and gets little help back.</summary>
/// <param name="From">The department that helps.</param>
/// <param name="To">The department that is helped.</param>
/// <param name="Helps">The number of helps.</param>
/// <param name="Back">The number of helps that came back.</param>
public sealed record OneWayStreet(Department From, Department To, int Helps, int Back)
{
    /// <summary>The lowest number of helps for each one that comes back; also the minimum when none does.</summary>
    public const int Ratio = 5;

    /// <summary>True when the helps are one-sided.</summary>
    public static bool IsOneWay(int helps, int back) => helps >= Ratio * Math.Max(back, 1);
}

/// <summary>
/// The rule for departments and people who help often but are rarely thanked: at least five helps, thanks for at most a quarter of them.
/// </summary>
public static class Unsung
{
    /// <summary>The lowest number of helps that counts as often.</summary>
    public const int Often = 5;

    /// <summary>True when the helps are frequent and the thanks are few.</summary>
    public static bool IsUnsung(int helps, int thanks) => helps >= Often && thanks * 4 <= helps;
}

/// <summary>A department that helps often but is rarely thanked.</summary>
/// <param name="Department">The department.</param>
/// <param name="Helps">The number of helps to other departments.</param>
/// <param name="Thanked">The number of those helps that were answered with thanks.</param>
public sealed record UnsungDepartment(Department Department, int Helps, int Thanked);

/// <summary>A public ask that no one took.</summary>
/// <param name="AskedOn">The day, in the organisation's time zone.</param>
/// <param name="From">The asker's department; null when it is too small to be shown, or there is none.</param>
/// <param name="To">The department that was asked; null for the same reasons.</param>
/// <param name="Topic">The topic; null when none was given.</param>
/// <param name="Text">The text, as posted in the channel.</param>
public sealed record UnansweredAsk(DateOnly AskedOn, Department? From, Department? To, string? Topic, string Text);

/// <summary>Waiting times as median and 90th percentile.</summary>
/// <param name="Median">The median.</param>
/// <param name="Percentile90">The 90th percentile.</param>
public sealed record WaitingTimes(TimeSpan Median, TimeSpan Percentile90)
{
    /// <summary>Computes both by nearest rank, so each is a time that occurred.</summary>
    /// <returns>Null when there are no times.</returns>
    public static WaitingTimes? Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? null : new WaitingTimes(Rank(0.5), Rank(0.9));

        TimeSpan Rank(double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}

/// <summary>How long asks wait. Each value is null when too few people asked for it to be shown.</summary>
/// <param name="Taken">Time from the ask until someone took it.</param>
/// <param name="Solved">Time from the ask until it was solved.</param>
public sealed record AskResponseTimes(WaitingTimes? Taken, WaitingTimes? Solved);
