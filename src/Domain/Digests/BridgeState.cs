namespace RelateBot.Domain.Digests;

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
