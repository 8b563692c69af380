namespace RelateBot.Domain.Digests;

/// <summary>How often somebody gets the digest.</summary>
public enum DigestRhythm
{
    /// <summary>Only when they ask.</summary>
    Off,

    /// <summary>After each week, from Monday to Sunday.</summary>
    Weekly,

    /// <summary>After each calendar month.</summary>
    Monthly,
}
