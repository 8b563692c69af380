namespace RelateBot.TestSupport;

/// <summary>When examples begin.</summary>
public static class TestTime
{
    /// <summary>A Wednesday morning, on which everybody works.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);
}
