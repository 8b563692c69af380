namespace RelateBot.TestSupport;

/// <summary>The time at which examples start.</summary>
public static class TestTime
{
    /// <summary>A Wednesday morning on which everyone works.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);
}
