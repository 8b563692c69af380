namespace RelateBot.Infrastructure.Roster;

/// <summary>When a platform is asked for <see cref="AccountDetails"/>.</summary>
public enum DetailReading
{
    /// <summary>It tells none.</summary>
    Never,

    /// <summary>When the whole directory is read, which happens by night.</summary>
    WithTheWholeDirectory,

    /// <summary>The same, and whenever an account is met or has changed.</summary>
    Always,
}
